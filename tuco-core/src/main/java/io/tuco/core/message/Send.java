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
 * @param id new for every attempt
 * @param text the personalised text, exactly as handed to the provider
 * @param addresses every address the attempt may have used, in order
 * @param parts what is handed over one by one, in order; those that left in an earlier attempt
 *     included
 * @param startedAt wall time of the intent
 * @param unknownFrom set once the outcome is unknown: the instant by which the call had begun at
 *     the latest; the life of the send on the device is counted from it
 */
public record Send(
    String id,
    String text,
    List<Address> addresses,
    List<Part> parts,
    Instant startedAt,
    Optional<Instant> unknownFrom) {

  public Send {
    Objects.requireNonNull(id, "id");
    addresses = List.copyOf(addresses);
    parts = List.copyOf(parts);
  }

  /** A send of one text and nothing else. */
  public static Send ofText(String id, String text, List<Address> addresses, Instant startedAt) {
    return new Send(id, text, addresses, List.of(Part.text(0)), startedAt, Optional.empty());
  }

  public boolean isUnknown() {
    return unknownFrom.isPresent();
  }

  /** What the provider sees of this send for one of its parts: {@code id.number}. */
  public String token(Part part) {
    return id + "." + part.number();
  }

  /** The first part that has not left yet; empty when all have. */
  public Optional<Part> missing() {
    return parts.stream().filter(part -> !part.isAccepted()).findFirst();
  }

  /** Whether anything of the message has left already, in this attempt or an earlier one. */
  public boolean hasLeftInPart() {
    return parts.stream().anyMatch(Part::isAccepted);
  }

  /** The id of the message as the provider knows it: that of its first part. */
  public Optional<String> reference() {
    return parts.stream().flatMap(part -> part.reference().stream()).findFirst();
  }

  /** The part was taken at this address, under {@code reference}; the others follow it there. */
  Send accepted(Part taken, Address address, String reference) {
    var after =
        parts.stream()
            .map(part -> part.number() == taken.number() ? part.acceptedAs(reference) : part)
            .toList();
    return new Send(id, text, List.of(address), after, startedAt, Optional.empty());
  }

  /** What is worth keeping once it has left: its text stands in the message itself. */
  Send spent() {
    return new Send(id, "", addresses, parts, startedAt, Optional.empty());
  }

  Send unknownFrom(Instant began) {
    return new Send(id, text, addresses, parts, startedAt, Optional.of(unknownFrom.orElse(began)));
  }
}
