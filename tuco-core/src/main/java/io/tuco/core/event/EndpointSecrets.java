package io.tuco.core.event;

import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an endpoint's deliveries are signed with: one secret, and for a day after its rotation the
 * one before it as well (webhook contract, section 6).
 */
public record EndpointSecrets(Sealed current, Optional<Old> old) {

  /** How long both are in use. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  /** The secret before the current one, in use until then. */
  public record Old(Sealed secret, Instant until) {}

  public static EndpointSecrets of(Sealed only) {
    return new EndpointSecrets(only, Optional.empty());
  }

  /** The old one, as long as it is in use. */
  public Optional<Sealed> oldAt(Instant now) {
    return old.filter(before -> now.isBefore(before.until())).map(Old::secret);
  }

  /** With a new one; the one that was old until now dies at once. */
  public EndpointSecrets rotatedTo(Sealed fresh, Instant now) {
    return new EndpointSecrets(fresh, Optional.of(new Old(current, now.plus(OVERLAP))));
  }
}
