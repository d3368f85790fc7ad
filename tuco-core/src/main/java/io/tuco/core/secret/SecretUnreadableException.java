package io.tuco.core.secret;

import io.tuco.core.TucoException;

/** A stored secret cannot be opened with the key at hand. */
public final class SecretUnreadableException extends TucoException {

  private static final long serialVersionUID = 1L;

  SecretUnreadableException(Throwable cause) {
    super(
        "a stored secret cannot be opened: was tuco.secrets.key changed or the data directory moved"
            + " without its key?",
        cause);
  }
}
