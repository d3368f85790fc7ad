package io.tuco.core.secret;

import java.util.Objects;

/** A secret in its encrypted form, safe to store; base64 of nonce and ciphertext. */
public record Sealed(String text) {

  public Sealed {
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "•••";
  }
}
