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

  /** The delivery after one more attempt answered in this way. */
  public Delivery after(Delivery delivery, DeliveryAnswer answer, Instant now) {
    if (answer.isSuccess()) {
      return delivery.after(
          DeliveryStatus.DELIVERED,
          answer.statusCode(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(now));
    }
    if (answer.statusCode().filter(code -> code == GONE).isPresent()) {
      return ended(delivery, DeliveryStatus.CANCELLED, answer);
    }
    if (delivery.attempts() >= DELAYS.size()) {
      return ended(delivery, DeliveryStatus.EXHAUSTED, answer);
    }
    return delivery.after(
        DeliveryStatus.RETRYING,
        answer.statusCode(),
        answer.error(),
        Optional.of(next(delivery.attempts(), answer, now)),
        Optional.empty());
  }

  private static Delivery ended(Delivery delivery, DeliveryStatus to, DeliveryAnswer answer) {
    return delivery.after(
        to, answer.statusCode(), answer.error(), Optional.empty(), Optional.empty());
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
