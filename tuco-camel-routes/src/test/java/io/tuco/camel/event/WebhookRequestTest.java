package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.tuco.camel.Seams;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.WebhookSignature;
import io.tuco.core.fixture.Fixtures;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
class WebhookRequestTest {

  private static final String PAYLOAD = "{\"text\":\"Grüße 😀 \u2028 İ\",\"n\":1}";

  // The library compares the time of the signature with the clock of this machine.
  private final EventHarness tuco =
      EventHarness.at(Instant.now().truncatedTo(ChronoUnit.MILLIS)).starts();

  private final WebhookSink sink = WebhookSink.open();

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @Test
  void sendsThePayloadByteForByte() {
    var request = delivered();

    assertThat(request.body()).isEqualTo(PAYLOAD.getBytes(UTF_8));
    assertThat(request.method()).isEqualTo("POST");
  }

  @Test
  void satisfiesTheStandardWebhooksLibrary() throws Exception {
    var request = delivered();

    var library = new Webhook(EventHarness.SECRET.text());
    var headers = HttpHeaders.of(request.headers(), (name, value) -> true);
    assertThatNoException().isThrownBy(() -> library.verify(request.text(), headers));
  }

  @Test
  void signsTheRawBodyWithTheSecretAsText() {
    var request = delivered();

    assertThat(request.header("X-Tuco-Signature"))
        .isEqualTo(WebhookSignature.tuco(EventHarness.SECRET, PAYLOAD.getBytes(UTF_8)));
  }

  @Test
  void setsTheDocumentedHeadersAndNoOthers() {
    var request = delivered();

    assertThat(request.headers().keySet())
        .containsExactlyInAnyOrder(
            "Content-type",
            "Content-length",
            "Host",
            "User-agent",
            "X-tuco-event",
            "X-tuco-timestamp",
            "X-tuco-signature",
            "Webhook-id",
            "Webhook-timestamp",
            "Webhook-signature",
            "X-correlation-id");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(request.header("User-Agent")).isEqualTo("Tuco-Webhooks/1");
    assertThat(request.header("X-Tuco-Event")).isEqualTo("message.sent");
    assertThat(request.header("X-Tuco-Timestamp")).matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(request.header("x-correlation-id")).isEqualTo("corr-1");
  }

  @Test
  void leaksNoHeaderOfTheExchangeThatWokeIt() throws Exception {
    tuco.hears("ep-1", sink.url());
    var outbox = tuco.stores(1, PAYLOAD);
    try (var template = tuco.context().createProducerTemplate()) {
      template.sendBodyAndHeaders(
          Seams.OUTBOX_PUBLISH,
          outbox,
          Map.of(
              "Authorization", "Bearer of-somebody",
              "CamelHttpUri", "http://127.0.0.1:1/elsewhere",
              "CamelHttpPath", "/elsewhere",
              "CamelHttpQuery", "x=1",
              "CamelHttpMethod", "DELETE",
              "Content-Type", "application/x-java-serialized-object"));
    }

    var request = awaitRequest();

    assertThat(request.path()).isEqualTo("/hook");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.headers()).doesNotContainKeys("Authorization", "Camelhttpuri");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void keepsBackACorrelationIdThatIsNoHeaderValue() {
    var delivery =
        Delivery.of(
            Fixtures.anEvent("evt_1", 1),
            Fixtures.WORKSPACE,
            "ep-1",
            Optional.empty(),
            Optional.of("a\r\nX-Tuco-Replay: true"),
            Fixtures.NOW);

    var headers =
        WebhookHeaders.of(
            delivery,
            new SigningSecrets(EventHarness.SECRET, Optional.empty()),
            new byte[0],
            tuco.clock.instant());

    assertThat(headers).doesNotContainKey("x-correlation-id");
  }

  private WebhookSink.Received delivered() {
    tuco.hears("ep-1", sink.url());
    tuco.publishes(1, PAYLOAD);
    return awaitRequest();
  }

  private WebhookSink.Received awaitRequest() {
    await().atMost(Duration.ofSeconds(5)).until(() -> !sink.received().isEmpty());
    return sink.received().get(0);
  }
}
