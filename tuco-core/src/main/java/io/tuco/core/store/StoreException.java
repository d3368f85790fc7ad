package io.tuco.core.store;

import io.tuco.core.TucoException;

/** The store is away or refuses to work; the caller's request was not accepted. */
public final class StoreException extends TucoException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
