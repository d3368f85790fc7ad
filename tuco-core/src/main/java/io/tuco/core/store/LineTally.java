package io.tuco.core.store;

/**
 * What became of a line's sends lately.
 *
 * @param total those that ended, well or not
 * @param failed those of them that failed
 * @param failedInARow the latest of them, back to the last that went well
 */
public record LineTally(long total, long failed, long failedInARow) {

  public static LineTally nothing() {
    return new LineTally(0, 0, 0);
  }
}
