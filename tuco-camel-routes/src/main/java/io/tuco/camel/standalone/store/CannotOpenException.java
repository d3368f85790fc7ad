package io.tuco.camel.standalone.store;

import org.jspecify.annotations.Nullable;

/** The store's directory or file cannot be used; the message says what to do about it. */
public final class CannotOpenException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  CannotOpenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
