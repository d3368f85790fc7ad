package io.tuco.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a delivery is tried again, and when it is given up (webhook contract, section 5). */
public final class DeliverySchedule {

  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);
  private static final double JITTER = 0.2;
  private static final int GONE = 410;

  private final RandomGenerator random;

  public DeliverySchedule(RandomGenerator random) {
    this.random = random;
  }

  /** The delivery after one more attempt that ended now, answered in this way. */
  public Delivery after(Delivery delivery, DeliveryAnswer answer, Instant now) {
    var tries = delivery.tries().with(answer, now);
    if (answer.isSuccess()) {
      return delivery.after(DeliveryStatus.DELIVERED, tries, Optional.empty(), Optional.of(now));
    }
    if (answer.statusCode().filter(code -> code == GONE).isPresent()) {
      return delivery.after(DeliveryStatus.CANCELLED, tries, Optional.empty(), Optional.empty());
    }
    if (tries.inRound() > DELAYS.size()) {
      return delivery.after(DeliveryStatus.EXHAUSTED, tries, Optional.empty(), Optional.empty());
    }
    var next = next(tries.inRound() - 1, answer, now);
    return delivery.after(DeliveryStatus.RETRYING, tries, Optional.of(next), Optional.empty());
  }

  private Instant next(int attemptsBefore, DeliveryAnswer answer, Instant now) {
    var nominal = DELAYS.get(attemptsBefore).toMillis();
    var factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    var due = now.plusMillis(Math.round(nominal * factor));
    var latest = now.plus(LONGEST_RETRY_AFTER);
    return answer
        .retryAfter()
        .map(asked -> asked.isAfter(latest) ? latest : asked)
        .filter(due::isBefore)
        .orElse(due);
  }
}
