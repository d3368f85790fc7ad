package io.tuco.core.store;

import java.util.List;

/** A part of a list and the size of the whole. */
public record Page<T>(List<T> items, PageRequest request, long totalCount) {

  public Page {
    items = List.copyOf(items);
  }

  public long totalPages() {
    return (totalCount + request.limit() - 1) / request.limit();
  }
}
