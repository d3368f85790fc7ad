package io.tuco.core.store.memory;

import java.time.Instant;
import java.util.Comparator;

/** A place in a line: the longest due first, then by id. */
record Due(Instant at, String id) implements Comparable<Due> {

  private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::id);

  @Override
  public int compareTo(Due other) {
    return ORDER.compare(this, other);
  }
}
