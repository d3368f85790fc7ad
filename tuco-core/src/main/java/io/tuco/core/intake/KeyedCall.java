package io.tuco.core.intake;

import io.tuco.core.workspace.Sha256;

/**
 * A call that may be repeated.
 *
 * @param fingerprint of what it asks for: equal for equal bodies
 */
public record KeyedCall(IdempotencyKey key, String fingerprint) {

  /**
   * @param canonical the body in a spelling that equal bodies share
   */
  public static KeyedCall of(IdempotencyKey key, String canonical) {
    return new KeyedCall(key, Sha256.hexOf(canonical));
  }
}
