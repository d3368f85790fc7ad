package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.event.WebhookSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 6: while a secret is rotated, whoever has either can check. */
final class WebhookRotationTest {

  // The library compares with the machine's clock and takes no other.
  private final EventHarness tuco = EventHarness.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private final WebhookSink sink = WebhookSink.open();
  private WebhookSecret fresh;

  @BeforeEach
  void rotate() {
    tuco.starts();
    fresh = tuco.rotates(tuco.hears("ep-1", sink.url()));
  }

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @Test
  void signsWithBothSecretsForADay() throws Exception {
    var received = delivered(1);

    new Webhook(fresh.text()).verify(received.text(), headers(received));
    new Webhook(EventHarness.SECRET.text()).verify(received.text(), headers(received));
    assertThat(received.header("webhook-signature")).matches("v1,\\S+ v1,\\S+");
    assertThat(received.header("X-Tuco-Signature")).isEqualTo(tuco(EventHarness.SECRET, received));
    assertThat(received.header("X-Tuco-Signature-Next")).isEqualTo(tuco(fresh, received));
  }

  @Test
  void signsWithTheNewOneAloneAfterThat() {
    tuco.passes(Duration.ofHours(24));

    var received = delivered(1);

    assertThat(received.header("webhook-signature")).matches("v1,\\S+");
    assertThat(received.header("X-Tuco-Signature")).isEqualTo(tuco(fresh, received));
    assertThat(received.header("X-Tuco-Signature-Next")).isNull();
  }

  @Test
  void signsARetryWithTheSecretsOfItsTime() throws Exception {
    sink.answersOnce(WebhookSink.status(500));
    tuco.publishes(1);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.delivery("evt_1", "ep-1").attempts() == 1);
    var second = tuco.rotates(tuco.endpoint("ep-1"));
    tuco.passes(Duration.ofSeconds(7));
    tuco.sweeps();
    await().atMost(Duration.ofSeconds(5)).until(() -> sink.received().size() == 2);

    var retried = sink.received().get(1);
    new Webhook(second.text()).verify(retried.text(), headers(retried));
    assertThatThrownBy(
            () -> new Webhook(EventHarness.SECRET.text()).verify(retried.text(), headers(retried)))
        .isInstanceOf(WebhookVerificationException.class);
  }

  private WebhookSink.Received delivered(int number) {
    tuco.publishes(number);
    await().atMost(Duration.ofSeconds(5)).until(() -> sink.received().size() == 1);
    return sink.received().get(0);
  }

  private static String tuco(WebhookSecret secret, WebhookSink.Received received) {
    return WebhookSignature.tuco(secret, received.text().getBytes(UTF_8));
  }

  private static Map<String, List<String>> headers(WebhookSink.Received received) {
    return Map.of(
        "webhook-id", List.of(received.header("webhook-id")),
        "webhook-timestamp", List.of(received.header("webhook-timestamp")),
        "webhook-signature", List.of(received.header("webhook-signature")));
  }
}
