package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 5. */
final class DisableRulesTest {

  private static final DeliveryAnswer BAD = DeliveryAnswer.status(500);
  private static final Instant BEGAN = NOW.minus(Duration.ofHours(120));

  @Test
  void disablesAtOnceWhatIsGone() {
    assertThat(verdict(NOW, 1, DeliveryAnswer.status(410))).contains(DisableCause.GONE);
  }

  @Test
  void disablesWhatHasFailedForFiveDaysAndTwelveTimes() {
    assertThat(verdict(BEGAN, 12, BAD)).contains(DisableCause.FAILING);
    assertThat(verdict(BEGAN, 400, DeliveryAnswer.none("no answer")))
        .contains(DisableCause.FAILING);
  }

  @Test
  void bearsWithWhatHasFailedForLess() {
    assertThat(verdict(BEGAN.plusMillis(1), 400, BAD)).isEmpty();
    assertThat(verdict(BEGAN, 11, BAD)).isEmpty();
  }

  @Test
  void disablesNothingThatAnswersWell() {
    assertThat(verdict(BEGAN, 12, DeliveryAnswer.status(204))).isEmpty();
    assertThat(DisableRules.verdict(EndpointRecord.untried(), BAD, NOW)).isEmpty();
  }

  @Test
  void isReachedByOneEventThatIsNeverTaken() {
    var record = EndpointRecord.untried();
    for (var hours : new int[] {0, 0, 0, 0, 1, 3, 8, 18, 32, 52, 76, 100}) {
      record = record.after(failure(NOW.plus(Duration.ofHours(hours))));
      assertThat(DisableRules.verdict(record, BAD, NOW.plus(Duration.ofHours(hours)))).isEmpty();
    }

    var last = NOW.plus(Duration.ofHours(124));
    assertThat(DisableRules.verdict(record.after(failure(last)), BAD, last))
        .contains(DisableCause.FAILING);
  }

  /** A dozen events that fall in a minute's outage, after a week in which there were none. */
  @Test
  void bearsWithAnOutageAfterALongRest() {
    var success = EndpointTally.of(aDelivery().build(), DeliveryAnswer.status(200), NOW);
    var record = EndpointRecord.untried().after(success);
    var outage = NOW.plus(Duration.ofDays(7));
    for (var number = 0; number < 50; number++) {
      record = record.after(failure(outage.plusSeconds(number)));
    }

    assertThat(DisableRules.verdict(record, BAD, outage.plusSeconds(50))).isEmpty();
    assertThat(DisableRules.verdict(record, BAD, outage.plus(Duration.ofHours(120))))
        .contains(DisableCause.FAILING);
  }

  private static EndpointTally failure(Instant at) {
    return EndpointTally.of(aDelivery().build(), BAD, at);
  }

  private static Optional<DisableCause> verdict(Instant from, int failures, DeliveryAnswer answer) {
    var record =
        new EndpointRecord(
            Optional.of(NOW), Optional.empty(), Optional.of(NOW), failures, Optional.of(from));
    return DisableRules.verdict(record, answer, NOW);
  }
}
