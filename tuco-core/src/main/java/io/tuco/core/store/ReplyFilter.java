package io.tuco.core.store;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which replies of a workspace are asked for. Empty sets and absent values do not restrict; both
 * instants are inclusive and speak of when the person wrote.
 */
public record ReplyFilter(
    Set<String> lineIds,
    Optional<String> leadId,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    Optional<Instant> from,
    Optional<Instant> to) {

  public ReplyFilter {
    lineIds = Set.copyOf(lineIds);
  }

  public static ReplyFilter everything() {
    return new ReplyFilter(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
