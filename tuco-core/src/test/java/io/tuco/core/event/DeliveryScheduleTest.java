package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhook contract, section 5. */
final class DeliveryScheduleTest {

  private static final double SHORTEST = 0;
  private static final double NOMINAL = 0.5;
  private static final double LONGEST = Math.nextDown(1.0);

  @ParameterizedTest
  @CsvSource({
    "1, PT5S", "2, PT1M", "3, PT5M", "4, PT30M", "5, PT2H", "6, PT5H",
    "7, PT10H", "8, PT14H", "9, PT20H", "10, PT24H", "11, PT24H", "12, PT24H",
  })
  void waitsAfterEachFailedAttempt(int attempt, Duration delay) {
    assertThat(delayAfter(attempt, NOMINAL)).isEqualTo(delay);
    assertThat(delayAfter(attempt, SHORTEST)).isEqualTo(delay.multipliedBy(8).dividedBy(10));
    assertThat(delayAfter(attempt, LONGEST))
        .isBetween(delay.multipliedBy(119).dividedBy(100), delay.multipliedBy(12).dividedBy(10));
  }

  @Test
  void staysWithinItsJitterWhateverTheDice() {
    var schedule = new DeliverySchedule(new Random(7));

    for (var round = 0; round < 1000; round++) {
      var next = schedule.after(aDelivery().build(), DeliveryAnswer.status(500), NOW);
      assertThat(next.nextAttemptAt().orElseThrow())
          .isBetween(NOW.plusMillis(4000), NOW.plusMillis(6000));
    }
  }

  @Test
  void triesThirteenTimesOverTheDocumentedTotal() {
    assertThat(totalOf(NOMINAL)).isEqualTo(Duration.parse("PT123H36M5S"));
    assertThat(totalOf(SHORTEST)).isGreaterThanOrEqualTo(Duration.parse("PT98H50M"));
  }

  @Test
  void givesUpAfterTheThirteenthAttempt() {
    var last = aDelivery().retrying(12).build();

    var after = schedule(NOMINAL).after(last, DeliveryAnswer.status(500), NOW);

    assertThat(after.status()).isEqualTo(DeliveryStatus.EXHAUSTED);
    assertThat(after.attempts()).isEqualTo(13);
    assertThat(after.nextAttemptAt()).isEmpty();
    assertThat(after.lastStatusCode()).contains(500);
    assertThat(after.lastError()).contains("HTTP 500");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void endsWithAnySuccess(int code) {
    var after =
        schedule(NOMINAL).after(aDelivery().retrying(3).build(), DeliveryAnswer.status(code), NOW);

    assertThat(after.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(after.attempts()).isEqualTo(4);
    assertThat(after.deliveredAt()).contains(NOW);
    assertThat(after.nextAttemptAt()).isEmpty();
    assertThat(after.lastStatusCode()).contains(code);
    assertThat(after.lastError()).isEmpty();
  }

  @Test
  void succeedsAtTheLastAttemptToo() {
    var last = aDelivery().retrying(12).build();

    assertThat(schedule(NOMINAL).after(last, DeliveryAnswer.status(200), NOW).status())
        .isEqualTo(DeliveryStatus.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 199, 300, 301, 302, 308, 400, 404, 409, 429, 500, 503, 599})
  void retriesAnythingElseRedirectsIncluded(int code) {
    var after = schedule(NOMINAL).after(aDelivery().build(), DeliveryAnswer.status(code), NOW);

    assertThat(after.status()).isEqualTo(DeliveryStatus.RETRYING);
    assertThat(after.lastStatusCode()).contains(code);
    assertThat(after.deliveredAt()).isEmpty();
  }

  @Test
  void retriesWhenNoAnswerCame() {
    var after = schedule(NOMINAL).after(aDelivery().build(), DeliveryAnswer.none("no answer"), NOW);

    assertThat(after.status()).isEqualTo(DeliveryStatus.RETRYING);
    assertThat(after.lastStatusCode()).isEmpty();
    assertThat(after.lastError()).contains("no answer");
  }

  @Test
  void endsAtOnceWhenTheEndpointIsGone() {
    var after = schedule(NOMINAL).after(aDelivery().build(), DeliveryAnswer.status(410), NOW);

    assertThat(after.status()).isEqualTo(DeliveryStatus.CANCELLED);
    assertThat(after.nextAttemptAt()).isEmpty();
    assertThat(after.attempts()).isEqualTo(1);
  }

  @Test
  void waitsAsLongAsTheEndpointAsked() {
    assertThat(delayWhenAskedFor(Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void isNotHurriedByTheEndpoint() {
    assertThat(delayWhenAskedFor(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
    assertThat(delayWhenAskedFor(Duration.ofDays(-9))).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void isNotPutOffForMoreThanADay() {
    assertThat(delayWhenAskedFor(Duration.ofDays(400))).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void changesNothingOfTheEventItself() {
    var before = aDelivery().build();

    var after = schedule(NOMINAL).after(before, DeliveryAnswer.status(500), NOW);

    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.payload()).isEqualTo(before.payload());
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
  }

  private static Duration totalOf(double dice) {
    var delivery = aDelivery().build();
    var now = NOW;
    while (delivery.status().isOpen()) {
      now = delivery.nextAttemptAt().orElseThrow();
      delivery = schedule(dice).after(delivery, DeliveryAnswer.status(500), now);
    }
    assertThat(delivery.attempts()).isEqualTo(13);
    return Duration.between(NOW, now);
  }

  private static Duration delayAfter(int attempt, double dice) {
    var tried = attempt == 1 ? aDelivery() : aDelivery().retrying(attempt - 1);
    var after = schedule(dice).after(tried.build(), DeliveryAnswer.status(500), NOW);
    return Duration.between(NOW, after.nextAttemptAt().orElseThrow());
  }

  private static Duration delayWhenAskedFor(Duration pause) {
    Instant asked = NOW.plus(pause);
    var busy = DeliveryAnswer.status(429).askingFor(Optional.of(asked));
    var after = schedule(NOMINAL).after(aDelivery().build(), busy, NOW);
    return Duration.between(NOW, after.nextAttemptAt().orElseThrow());
  }

  private static DeliverySchedule schedule(double dice) {
    return new DeliverySchedule(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return 0;
          }

          @Override
          public double nextDouble() {
            return dice;
          }
        });
  }
}
