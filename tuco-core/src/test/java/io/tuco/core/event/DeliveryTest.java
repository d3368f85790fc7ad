package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhook contract, section 6: the log and replays. */
final class DeliveryTest {

  private final DeliverySchedule schedule = new DeliverySchedule(new Random(7));

  @Test
  void isFoundAgainByItsId() {
    var delivery = aDelivery().ofEvent("evt_01hx0sample").build();

    assertThat(delivery.id()).isEqualTo("dlv_01hx0sample_" + delivery.endpointId());
    assertThat(Delivery.keyOf(delivery.id(), delivery.endpointId())).contains(delivery.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dlv_", "dlv_x", "dlv_ep-1", "dlv_ep", "evt_a_ep", "dlv__ep", "x"})
  void hasNoKeyOfSomethingElse(String id) {
    assertThat(Delivery.keyOf(id, "ep")).isEmpty();
  }

  @Test
  void remembersHowEachAttemptWent() {
    var answer = DeliveryAnswer.status(502).saying("<h1>Bad gateway").in(Duration.ofMillis(1_200));

    var after = schedule.after(aDelivery().build(), answer, NOW);
    var again = schedule.after(after, DeliveryAnswer.none("No answer in time"), NOW);

    var first = after.tries().last().orElseThrow();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.at()).isEqualTo(NOW.minusMillis(1_200));
    assertThat(first.statusCode()).contains(502);
    assertThat(first.response()).contains("<h1>Bad gateway");
    assertThat(again.tries().log()).hasSize(2).startsWith(first);
    assertThat(again.lastStatusCode()).isEmpty();
    assertThat(again.lastError()).contains("No answer in time");
  }

  @Test
  void keepsTheFirstThousandCharactersOfAnAnswer() {
    var pair = "\ud83d\ude00";

    assertThat(DeliveryAnswer.status(200).saying("a".repeat(1_001)).response().orElseThrow())
        .hasSize(1_000);
    assertThat(DeliveryAnswer.status(200).saying("a".repeat(998) + pair).response())
        .contains("a".repeat(998) + pair);
    assertThat(DeliveryAnswer.status(200).saying("a".repeat(999) + pair).response())
        .contains("a".repeat(999));
    assertThat(DeliveryAnswer.status(200).saying("").response()).isEmpty();
  }

  @Test
  void followsTheWholeScheduleAgainAfterAReplay() {
    var exhausted = aDelivery().retrying(13).ended(DeliveryStatus.EXHAUSTED).build();

    var delivery = exhausted.replayed(NOW);
    for (var attempt = 1; attempt <= 12; attempt++) {
      delivery = schedule.after(delivery, DeliveryAnswer.status(500), NOW);
      assertThat(delivery.status()).isEqualTo(DeliveryStatus.RETRYING);
    }
    delivery = schedule.after(delivery, DeliveryAnswer.status(500), NOW);

    assertThat(delivery.status()).isEqualTo(DeliveryStatus.EXHAUSTED);
    assertThat(delivery.attempts()).isEqualTo(26);
    assertThat(delivery.tries().replay()).isTrue();
    assertThat(delivery.payload()).isEqualTo(exhausted.payload());
  }

  @Test
  void keepsALogThatDoesNotGrowForEver() {
    var delivery = aDelivery().build();
    for (var attempt = 1; attempt <= 60; attempt++) {
      delivery = schedule.after(delivery.replayed(NOW), DeliveryAnswer.status(500), NOW);
    }

    assertThat(delivery.tries().log()).hasSize(50);
    assertThat(delivery.tries().last().orElseThrow().number()).isEqualTo(60);
  }
}
