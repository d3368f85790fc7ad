package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.Seams;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EventName;
import io.tuco.core.event.HealthCheck;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 6: what is remembered of attempts, replays and health checks. */
final class DeliveryLogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final WebhookSink sink = WebhookSink.open();

  @BeforeEach
  void start() {
    tuco.starts();
    tuco.hears("ep-1", sink.url());
  }

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @Test
  void keepsHowEachAnswerBegan() {
    sink.answersOnce(saying(502, "é".repeat(3_000))).answersOnce(saying(200, "fine"));

    tuco.publishes(1);
    awaitAttempts(1);
    tuco.passes(Duration.ofSeconds(7));
    tuco.sweeps();
    awaitAttempts(2);

    var log = tuco.delivery("evt_1", "ep-1").tries().log();
    assertThat(log.get(0).statusCode()).contains(502);
    assertThat(log.get(0).error()).contains("HTTP 502");
    assertThat(log.get(0).response()).contains("é".repeat(1_000));
    assertThat(log.get(1).error()).isEmpty();
    assertThat(log.get(1).response()).contains("fine");
    assertThat(log.get(1).took()).isPositive();
  }

  @Test
  void sendsTheSameBytesAgainWhenItIsReplayed() {
    tuco.publishes(1);
    awaitAttempts(1);
    tuco.passes(Duration.ofDays(2));

    tuco.stores.deliveries().replay(Fixtures.WORKSPACE, "evt_1:ep-1", tuco.clock.instant());
    tuco.send(Seams.WEBHOOK_DELIVER, "evt_1:ep-1");
    awaitAttempts(2);

    var first = sink.received().get(0);
    var second = sink.received().get(1);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
    assertThat(second.header("webhook-timestamp")).isNotEqualTo(first.header("webhook-timestamp"));
    assertThat(first.header("X-Tuco-Replay")).isNull();
    assertThat(second.header("X-Tuco-Replay")).isEqualTo("true");
    assertThat(tuco.delivery("evt_1", "ep-1").status()).isEqualTo(DeliveryStatus.DELIVERED);
  }

  @Test
  void callsAnEndpointToSeeWhetherItAnswersAndKeepsNothing() throws Exception {
    sink.answersOnce(saying(418, "teapot"));
    var before = tuco.endpoint("ep-1");

    var answer = check(tuco);

    assertThat(answer.statusCode()).contains(418);
    assertThat(answer.response()).contains("teapot");
    assertThat(sink.received().get(0).header("webhook-signature")).startsWith("v1,");
    assertThat(sink.received().get(0).header("X-Tuco-Signature")).isNotBlank();
    assertThat(tuco.endpoint("ep-1")).isEqualTo(before);
    assertThat(tuco.stores.deliveries().find(Fixtures.WORKSPACE, "evt_check:ep-1")).isEmpty();
  }

  @Test
  void refusesToCallWhatIsNotAllowed() throws Exception {
    tuco.stores.webhooks().delete(Fixtures.WORKSPACE, "ep-1");
    tuco.hears("ep-1", "https://10.0.0.1/");

    assertThat(check(tuco).error()).contains("URL is not allowed");
  }

  @Test
  void doesNotHoldAnybodyUpWhileAnEndpointIsChecked() throws Exception {
    var release = new CountDownLatch(1);
    sink.answersOnce(
        exchange -> {
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(200, -1);
        });
    try (var template = tuco.context().createProducerTemplate()) {
      var checked = template.asyncRequestBody(Seams.WEBHOOK_CHECK, aCheck(), DeliveryAnswer.class);

      await().atMost(PATIENCE).until(() -> sink.received().size() == 1);
      tuco.publishes(1);
      awaitAttempts(1);
      release.countDown();

      assertThat(checked.get().isSuccess()).isTrue();
    }
  }

  private DeliveryAnswer check(EventHarness harness) throws Exception {
    try (ProducerTemplate template = harness.context().createProducerTemplate()) {
      return template.requestBody(Seams.WEBHOOK_CHECK, aCheck(), DeliveryAnswer.class);
    }
  }

  private HealthCheck aCheck() {
    var event = new OutboxEvent("evt_check", EventName.MESSAGE_SENT, 0, Fixtures.NOW, "{}");
    return new HealthCheck(
        tuco.endpoint("ep-1"),
        Delivery.of(
            event, Fixtures.WORKSPACE, "ep-1", Optional.empty(), Optional.empty(), Fixtures.NOW));
  }

  private void awaitAttempts(int attempts) {
    await().atMost(PATIENCE).until(() -> tuco.delivery("evt_1", "ep-1").attempts() == attempts);
  }

  private static WebhookSink.Answer saying(int status, String text) {
    return exchange -> {
      var bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }
}
