package io.tuco.core.intake;

import io.tuco.core.workspace.Sha256;
import java.time.Duration;

/**
 * A call that may be repeated.
 *
 * @param fingerprint of what it asks for: equal for equal bodies
 * @param patience how long it may wait, once it is accepted, before it is answered
 */
public record KeyedCall(IdempotencyKey key, String fingerprint, Duration patience) {

  /**
   * @param canonical the body in a spelling that equal bodies share
   */
  public static KeyedCall of(IdempotencyKey key, String canonical) {
    return new KeyedCall(key, Sha256.hexOf(canonical), Duration.ZERO);
  }

  public KeyedCall waiting(Duration longest) {
    return new KeyedCall(key, fingerprint, longest);
  }
}
