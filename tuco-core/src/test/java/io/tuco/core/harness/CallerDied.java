package io.tuco.core.harness;

/** Thrown out of a turn in place of kill -9. */
final class CallerDied extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CallerDied() {
    super("the caller died", null, false, false);
  }
}
