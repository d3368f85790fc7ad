package io.tuco.core.store;

/** Which part of a list is asked for: {@code page} from 1, {@code limit} from 1 to 100. */
public record PageRequest(int page, int limit) {

  public static final int MAX_LIMIT = 100;

  public PageRequest {
    if (page < 1 || limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("page from 1, limit from 1 to 100");
    }
  }

  public static PageRequest first() {
    return new PageRequest(1, 50);
  }

  public long offset() {
    return (page - 1L) * limit;
  }
}
