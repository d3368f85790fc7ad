package io.tuco.core.account;

import io.tuco.core.Change;
import io.tuco.core.address.PhoneNumber;
import java.util.Optional;

/**
 * What a partial update says about the one sender of texts: whoever sets a number clears the
 * messaging service, and the other way round (API contract, section 12).
 */
public record SmsSenderChange(Change<PhoneNumber> from, Change<String> messagingServiceSid) {

  /** Whether it sets both, which nobody can mean. */
  public boolean setsTwo() {
    return sets(from) && sets(messagingServiceSid);
  }

  public Optional<PhoneNumber> fromAfter(Optional<PhoneNumber> current) {
    return from.after(sets(messagingServiceSid) ? Optional.empty() : current);
  }

  public Optional<String> messagingServiceSidAfter(Optional<String> current) {
    return messagingServiceSid.after(sets(from) ? Optional.empty() : current);
  }

  private static <T> boolean sets(Change<T> change) {
    return change.after(Optional.empty()).isPresent();
  }
}
