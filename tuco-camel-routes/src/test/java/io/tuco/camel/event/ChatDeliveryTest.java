package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.Seams;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EventName;
import io.tuco.core.event.InChat;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.event.WebhookSignature;
import io.tuco.core.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same event to an endpoint of each facade, over the wire. */
final class ChatDeliveryTest {

  private static final String CHAT = "{\"id\":\"msg_1\"}";

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW).starts();
  private final WebhookSink sink = WebhookSink.open();
  private final String line = Fixtures.aLine().build().id();

  @BeforeEach
  void open() {
    tuco.stores.lines().insert(Fixtures.aLine().build());
  }

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @Test
  void retriesTheSameWordsWithATimeAndASignatureOfTheirOwn() {
    hears("ep-v1", line);
    sink.answersOnce(WebhookSink.status(500));

    publishes();
    awaitRequests(1);
    tuco.passes(Duration.ofSeconds(10));
    tuco.sweeps();
    awaitRequests(2);

    var first = sink.received().get(0);
    var second = sink.received().get(1);
    assertThat(first.text()).contains("\"timestamp\":" + Fixtures.NOW.toEpochMilli() + ",");
    assertThat(second.text())
        .isEqualTo(
            first
                .text()
                .replace(
                    String.valueOf(Fixtures.NOW.toEpochMilli()),
                    String.valueOf(Fixtures.NOW.plusSeconds(10).toEpochMilli())));
    assertThat(second.header("X-Webhook-Timestamp"))
        .isEqualTo(String.valueOf(Fixtures.NOW.plusSeconds(10).toEpochMilli()));
    assertThat(second.header("X-Webhook-Delivery-Id"))
        .isEqualTo(first.header("X-Webhook-Delivery-Id"));
    assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
    for (var request : sink.received()) {
      assertThat(request.header("X-Webhook-Signature"))
          .isEqualTo(
              WebhookSignature.v1(
                  EventHarness.SECRET,
                  Long.parseLong(request.header("X-Webhook-Timestamp")),
                  request.text().getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void signsWithBothSecretsWhileBothAreInUse() {
    var fresh = tuco.rotates(hears("ep-v1", line));

    publishes();
    awaitRequests(1);

    var request = sink.received().get(0);
    var millis = Fixtures.NOW.toEpochMilli();
    var body = request.text().getBytes(StandardCharsets.UTF_8);
    assertThat(request.header("X-Webhook-Signature"))
        .isEqualTo(WebhookSignature.v1(EventHarness.SECRET, millis, body));
    assertThat(request.header("X-Webhook-Signature-Next"))
        .isEqualTo(WebhookSignature.v1(fresh, millis, body));
  }

  @Test
  void tellsNoEndpointOfAnotherLineOrOfNeitherFacadeTwice() {
    hears("ep-v1", line);
    hears("ep-other", Fixtures.id(0x7f));
    tuco.hears("ep-api", sink.url());

    var outbox = publishes();
    tuco.send(Seams.OUTBOX_PUBLISH, outbox);
    awaitRequests(2);

    assertThat(sink.received().stream().map(WebhookSink.Received::text))
        .containsExactlyInAnyOrder(
            "{\"api\":1}",
            "{\"event\":\"message.sent\",\"data\":{\"id\":\"msg_1\",\"line_handle\":\""
                + Fixtures.aLine().build().handle()
                + "\"},\"timestamp\":"
                + Fixtures.NOW.toEpochMilli()
                + ",\"delivery_id\":\""
                + deliveryId()
                + "\"}");
  }

  private String deliveryId() {
    return ChatPayload.deliveryId(tuco.delivery("evt_1", "ep-v1").payload());
  }

  private Outbox publishes() {
    var message = Fixtures.aMessage().build();
    var event =
        new OutboxEvent(
            "evt_1",
            EventName.MESSAGE_SENT,
            1,
            Fixtures.NOW,
            "{\"api\":1}",
            Optional.of(new InChat(line, "+12025550100", false, CHAT)));
    tuco.stores.messages().insert(message, Optional.empty(), List.of(event));
    var outbox = new Outbox(message.workspaceId(), message.id(), Optional.empty(), List.of(event));
    tuco.send(Seams.OUTBOX_PUBLISH, outbox);
    return outbox;
  }

  private WebhookEndpoint hears(String id, String lineId) {
    var endpoint =
        Fixtures.anEndpoint()
            .withId(id)
            .withUrl(sink.url())
            .ofLine(lineId, Optional.empty())
            .build()
            .withSecrets(EndpointSecrets.of(tuco.sealed()), Fixtures.NOW);
    tuco.stores.webhooks().insert(endpoint);
    return endpoint;
  }

  private void awaitRequests(int count) {
    await().atMost(Duration.ofSeconds(10)).until(() -> sink.received().size() == count);
  }
}
