package io.tuco.core;

/** Something of ours is broken. A client's mistake is never this: it is a refusal, a value. */
public abstract class TucoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected TucoException(String message) {
    super(message);
  }

  protected TucoException(String message, Throwable cause) {
    super(message, cause);
  }
}
