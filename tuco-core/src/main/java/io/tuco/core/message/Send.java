package io.tuco.core.message;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The attempt under way, written ahead of its first byte so that a crash can be settled: what was
 * to be said, to which addresses, and since when.
 *
 * @param id new for every attempt; the token a provider sees
 * @param text the personalised text, exactly as handed to the provider
 * @param addresses every address the attempt may have used, in order
 * @param startedAt wall time of the intent
 * @param unknownFrom set once the outcome is unknown: the instant by which the call had begun at
 *     the latest; the life of the send on the device is counted from it
 */
public record Send(
    String id,
    String text,
    List<Address> addresses,
    Instant startedAt,
    Optional<Instant> unknownFrom) {

  public Send {
    Objects.requireNonNull(id, "id");
    addresses = List.copyOf(addresses);
  }

  public boolean isUnknown() {
    return unknownFrom.isPresent();
  }

  Send unknownFrom(Instant began) {
    return new Send(id, text, addresses, startedAt, Optional.of(unknownFrom.orElse(began)));
  }
}
