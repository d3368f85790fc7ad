package io.tuco.camel.event;

import static io.tuco.camel.event.WebhookSink.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.Seams;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EndpointRecord;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.DeliveryCounts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final WebhookSink sink = WebhookSink.open();

  @BeforeEach
  void start() {
    tuco.starts();
  }

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @Test
  void repeatsAFailedAttemptUnderTheSameIdUntilItArrives() {
    sink.answersOnce(status(500));
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    awaitRecorded(1);
    tuco.passes(Duration.ofSeconds(7));
    tuco.sweeps();
    awaitNothingOpen();

    assertThat(sink.received()).hasSize(2);
    assertThat(sink.received()).extracting(one -> one.header("webhook-id")).containsOnly("evt_1");
    assertThat(sink.received())
        .extracting(WebhookSink.Received::text)
        .containsOnly("{\"number\":1}");
    assertThat(sink.received())
        .extracting(one -> one.header("webhook-timestamp"))
        .doesNotHaveDuplicates();
    assertThat(record("ep-1").failures()).isZero();
    assertThat(record("ep-1").lastSuccessAt()).isPresent();
  }

  @Test
  void doesNotTryAgainBeforeTheTimeHasCome() {
    sink.answersOnce(status(500));
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    awaitRecorded(1);
    tuco.passes(Duration.ofSeconds(3));
    tuco.sweeps();
    tuco.send(Seams.WEBHOOK_DELIVER, "evt_1:ep-1");

    assertThat(tuco.open(1, "ep-1").orElseThrow().status()).isEqualTo(DeliveryStatus.RETRYING);
    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void takesARedirectForAFailureAndGoesNowhere() {
    try (var elsewhere = WebhookSink.open()) {
      sink.answersOnce(status(302, "Location", elsewhere.url()));
      tuco.hears("ep-1", sink.url());

      tuco.publishes(1);
      awaitRecorded(1);

      var delivery = tuco.open(1, "ep-1").orElseThrow();
      assertThat(delivery.status()).isEqualTo(DeliveryStatus.RETRYING);
      assertThat(delivery.lastStatusCode()).contains(302);
      assertThat(delivery.lastError()).contains("HTTP 302");
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void cancelsWhatWaitsForAnEndpointThatSaysItIsGone() {
    sink.answersOnce(status(500)).answersOnce(status(410));
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    awaitRecorded(1);
    tuco.publishes(2);
    awaitNothingOpen();
    tuco.passes(Duration.ofDays(2));
    tuco.sweeps();

    assertThat(sink.received()).hasSize(2);
  }

  @Test
  void waitsAsLongAsTheEndpointAsks() {
    sink.answersOnce(status(503, "Retry-After", "3600"));
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    awaitRecorded(1);

    assertThat(due(1, Duration.ofMinutes(59))).isFalse();
    assertThat(due(1, Duration.ofMinutes(60))).isTrue();
  }

  @Test
  void doesNotLetAHangingEndpointDelayAnother() {
    try (var hanging = WebhookSink.open()) {
      var release = new CountDownLatch(1);
      hanging.answersAlways(exchange -> awaitLatch(release));
      tuco.hears("ep-hanging", hanging.url());
      tuco.hears("ep-quick", sink.url());

      for (int number = 1; number <= 50; number++) {
        tuco.publishes(number);
      }
      await().atMost(Duration.ofSeconds(5)).until(() -> sink.received().size() == 50);
      await().atMost(Duration.ofSeconds(5)).until(() -> hanging.received().size() == 8);

      release.countDown();
    }
  }

  @Test
  void resumesWhatAProcessLeftBehind() {
    tuco.hears("ep-1", sink.url());
    tuco.stops();
    tuco.stores(1, "{}");

    tuco.starts();
    tuco.passes(Duration.ofSeconds(3));
    tuco.sweeps();
    awaitNothingOpen();

    assertThat(sink.received())
        .extracting(one -> one.header("webhook-id"))
        .containsExactly("evt_1");
  }

  @Test
  void repeatsAnAttemptThatACrashCutOff() {
    var release = new CountDownLatch(1);
    sink.answersOnce(exchange -> awaitLatch(release));
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    await().atMost(Duration.ofSeconds(5)).until(() -> sink.received().size() == 1);
    tuco.stops();
    release.countDown();
    tuco.starts();
    tuco.passes(tuco.settings.claimLife());
    tuco.sweeps();
    awaitNothingOpen();

    assertThat(sink.received()).extracting(one -> one.header("webhook-id")).containsOnly("evt_1");
  }

  @Test
  void worksThroughMoreThanItKeepsInMemory() {
    tuco.hears("ep-1", sink.url());
    IntStream.rangeClosed(1, 1_500).forEach(number -> tuco.stores(number, "{}"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              tuco.passes(tuco.settings.claimLife());
              tuco.sweeps();
              return tuco.stores.deliveries().counts().equals(new DeliveryCounts(0, 0));
            });

    assertThat(sink.received())
        .extracting(one -> one.header("webhook-id"))
        .contains("evt_1", "evt_1500")
        .satisfies(ids -> assertThat(Set.copyOf(ids)).hasSize(1_500));
  }

  @Test
  void sweepsAFewTimesWhileThereIsMore() {
    tuco.stops();
    var usual = tuco.settings;
    tuco.settings =
        new EventSettings(
            usual.sweep(), usual.connectLimit(), usual.totalLimit(), usual.inFlight(), 2);
    tuco.starts();
    tuco.hears("ep-1", sink.url());
    IntStream.rangeClosed(1, 9)
        .mapToObj(number -> Fixtures.aDelivery().ofEvent("evt_" + number).toEndpoint("ep-1"))
        .forEach(due -> tuco.stores.deliveries().insertMissing(List.of(due.build())));

    tuco.sweeps();

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.stores.deliveries().counts().equals(new DeliveryCounts(1, 0)));
    assertThat(sink.received()).hasSize(8);
  }

  @Test
  void cancelsWhatIsForAnEndpointThatWasDeleted() {
    sink.answersOnce(status(500));
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    awaitRecorded(1);
    tuco.stores.webhooks().delete(Fixtures.WORKSPACE, "ep-1");
    tuco.passes(Duration.ofMinutes(1));
    tuco.sweeps();
    awaitNothingOpen();

    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void recordsAnAnswerAgainRatherThanAskAgain() {
    tuco.stops();
    tuco.stores = FlakyStores.failing(tuco.stores, "record", 2);
    tuco.starts();
    tuco.hears("ep-1", sink.url());

    tuco.publishes(1);
    awaitNothingOpen();

    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void goesOnWithTheNextWhenATurnBreaks() {
    tuco.stops();
    tuco.stores = FlakyStores.failing(tuco.stores, "find", 8);
    tuco.starts();
    tuco.hears("ep-1", sink.url());

    IntStream.rangeClosed(1, 20).forEach(tuco::publishes);

    await().atMost(Duration.ofSeconds(5)).until(() -> sink.received().size() == 12);
  }

  @Test
  void saysWhyNoAnswerCame() {
    tuco.hears("ep-1", sink.url());
    sink.close();

    tuco.publishes(1);
    awaitRecorded(1);

    var delivery = tuco.open(1, "ep-1").orElseThrow();
    assertThat(delivery.lastStatusCode()).isEmpty();
    assertThat(delivery.lastError()).contains("Connection refused");
    assertThat(record("ep-1").failures()).isEqualTo(1);
  }

  private boolean due(int number, Duration later) {
    var at = tuco.clock.instant().plus(later);
    return tuco.stores.deliveries().claim("evt_" + number + ":ep-1", at, at).isPresent();
  }

  private EndpointRecord record(String endpointId) {
    return tuco.stores.webhooks().find(Fixtures.WORKSPACE, endpointId).orElseThrow().record();
  }

  private void awaitRecorded(int attempts) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.stores.deliveries().counts().failing() == attempts);
    await().atMost(Duration.ofSeconds(5)).until(() -> record("ep-1").failures() == attempts);
  }

  private void awaitNothingOpen() {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.stores.deliveries().counts().equals(new DeliveryCounts(0, 0)));
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
