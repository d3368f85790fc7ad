package io.tuco.camel.event;

import static io.tuco.camel.event.WebhookSink.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 5: endpoints that are disabled without being asked. */
final class WebhookDisablingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final WebhookSink sink = WebhookSink.open();
  private final WebhookSink others = WebhookSink.open();

  @BeforeEach
  void start() {
    tuco.starts();
    tuco.hears("ep-1", sink.url());
  }

  @AfterEach
  void stop() {
    sink.close();
    others.close();
    tuco.close();
  }

  @Test
  void disablesWhatIsGoneAndTellsTheOthers() throws Exception {
    tuco.hearsOfDisabling("ep-other", others.url());
    sink.answersOnce(status(500)).answersOnce(status(410));
    tuco.publishes(1);
    await().atMost(PATIENCE).until(() -> tuco.endpoint("ep-1").record().failures() == 1);

    tuco.publishes(2);
    await().atMost(PATIENCE).until(() -> others.received().size() == 1);

    assertThat(tuco.endpoint("ep-1").active()).isFalse();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(tuco.delivery("evt_1", "ep-1").status())
                    .isEqualTo(DeliveryStatus.CANCELLED));
    assertThat(tuco.delivery("evt_2", "ep-1").status()).isEqualTo(DeliveryStatus.CANCELLED);
    var told = others.received().get(0);
    var body = new ObjectMapper().readTree(told.text());
    assertThat(told.header("X-Tuco-Event")).isEqualTo("webhook.disabled");
    assertThat(told.text())
        .startsWith(
            "{\"event\":\"webhook.disabled\",\"timestamp\":\"2027-03-12T12:00:00.123Z\","
                + "\"workspaceId\":\""
                + Fixtures.WORKSPACE
                + "\",\"campaignId\":null,")
        .contains(
            "\"hsContactId\":null,\"data\":{\"webhookId\":\"ep-1\",\"url\":\""
                + sink.url()
                + "\",\"cause\":\"gone\",\"disabledAt\":\"2027-03-12T12:00:00.123Z\","
                + "\"failureCount\":2},\"type\":\"webhook.disabled\"");
    assertThat(body.path("eventId").asText()).isEqualTo(told.header("webhook-id"));
    assertThat(body.path("seq").asInt()).isEqualTo(1);
  }

  @Test
  void disablesWhatHasFailedForFiveDaysAndTwelveTimes() {
    sink.answersAlways(status(500));
    tuco.publishes(1);

    failsTimes(11);
    assertThat(tuco.endpoint("ep-1").active()).isTrue();
    tuco.passes(Duration.ofHours(121));
    tuco.sweeps();

    await().atMost(PATIENCE).until(() -> !tuco.endpoint("ep-1").active());
    await()
        .atMost(PATIENCE)
        .until(() -> tuco.delivery("evt_1", "ep-1").status() == DeliveryStatus.CANCELLED);
    assertThat(tuco.endpoint("ep-1").record().failures()).isEqualTo(12);
    assertThat(tuco.delivery("evt_1", "ep-1").tries().log()).hasSize(12);
  }

  @Test
  void toldByACrashBeforeItWasDoneIsToldUnderTheSameId() {
    tuco.hearsOfDisabling("ep-other", others.url());
    sink.answersAlways(status(410));
    tuco.stops();
    tuco.stores = FlakyStores.failing(tuco.stores, "disable", 100);
    tuco.starts();
    tuco.publishes(1);
    await().atMost(PATIENCE).until(() -> tuco.delivery("evt_1", "ep-1").attempts() == 1);
    tuco.stops();
    tuco.stores = FlakyStores.failing(tuco.stores, "nothing", 0);
    tuco.starts();

    tuco.publishes(2);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              tuco.passes(Duration.ofMinutes(2));
              tuco.sweeps();
              return !others.received().isEmpty();
            });

    assertThat(others.received())
        .extracting(one -> one.header("webhook-id"))
        .containsOnly(others.received().get(0).header("webhook-id"));
  }

  @Test
  void countsFromTheFirstFailureAfterTheLastSuccess() {
    tuco.publishes(1);
    await().atMost(PATIENCE).until(() -> sink.received().size() == 1);
    await()
        .atMost(PATIENCE)
        .until(() -> tuco.endpoint("ep-1").record().lastSuccessAt().isPresent());

    assertThat(tuco.endpoint("ep-1").record().failingFrom()).isEmpty();
  }

  private void failsTimes(int times) {
    for (var failed = 1; failed <= times; failed++) {
      var attempts = failed;
      await().atMost(PATIENCE).until(() -> tuco.endpoint("ep-1").record().failures() == attempts);
      if (failed < times) {
        tuco.stores.deliveries().replay(Fixtures.WORKSPACE, "evt_1:ep-1", tuco.clock.instant());
        tuco.sweeps();
      }
    }
    assertThat(DeliveryAnswer.status(500).isSuccess()).isFalse();
  }
}
