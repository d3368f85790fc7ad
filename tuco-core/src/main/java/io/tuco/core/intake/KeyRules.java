package io.tuco.core.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a key that was seen before means for a call (API contract, section 3). */
public final class KeyRules {

  /**
   * How long whoever runs a call is left alone. An accept takes milliseconds; a paused one that is
   * overtaken does no harm, as both store the same message id.
   */
  public static final Duration HOLD = Duration.ofSeconds(5);

  /** How long a key is kept; a record that is older and still there counts all the same. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final Duration EACH = Duration.ofMillis(100);

  private KeyRules() {}

  /** How long a call of so many messages is left alone. */
  public static Duration hold(int messages) {
    return HOLD.plus(EACH.multipliedBy(messages - 1L));
  }

  public static KeyStanding standing(Optional<KeyRecord> known, KeyedCall call, Instant now) {
    return known.map(found -> standing(found, call, now)).orElseGet(KeyStanding.Free::new);
  }

  private static KeyStanding standing(KeyRecord found, KeyedCall call, Instant now) {
    if (!found.fingerprint().equals(call.fingerprint())) {
      return found.answer().isEmpty() && found.heldUntil().isEmpty()
          ? new KeyStanding.LetGo(found)
          : new KeyStanding.Reused();
    }
    if (found.answer().isPresent()) {
      return new KeyStanding.Answered(found.answer().get());
    }
    return found.heldUntil().filter(now::isBefore).isPresent()
        ? new KeyStanding.Running()
        : new KeyStanding.Unfinished(found);
  }
}
