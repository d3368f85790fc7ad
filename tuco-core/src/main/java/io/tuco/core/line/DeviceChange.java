package io.tuco.core.line;

import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A partial update of a device; absent values stay, and its health is not for an operator to set.
 */
public record DeviceChange(
    Optional<String> name,
    Optional<String> baseUrl,
    Optional<Sealed> password,
    Optional<Duration> gap,
    Optional<SendMethod> method) {

  public Device appliedTo(Device current, Instant now) {
    return new Device(
        current.id(),
        name.orElse(current.name()),
        current.type(),
        baseUrl.orElse(current.baseUrl()),
        password.orElse(current.password()),
        gap.orElse(current.gap()),
        method.orElse(current.method()),
        current.health(),
        current.createdAt(),
        now);
  }
}
