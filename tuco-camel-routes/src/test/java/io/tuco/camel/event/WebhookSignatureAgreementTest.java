package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.RandomTrees;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.event.WebhookSignature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our signatures, checked by the library our customers would check them with. */
final class WebhookSignatureAgreementTest {

  private final Random random = new Random(41);
  private final RandomTrees trees = new RandomTrees(43);

  @Test
  void isVerifiedByTheStandardWebhooksLibrary() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      var secret = WebhookSecret.mint(random);
      var body = EcmaScriptJson.stringify(trees.object());

      // The library compares with the machine's clock and takes no other.
      var headers = headers(secret, "evt_" + i, Instant.now().getEpochSecond(), body);

      new Webhook(secret.text()).verify(body, headers);
    }
  }

  @Test
  void signsAsTheStandardWebhooksLibraryAtAnyTime() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      var secret = WebhookSecret.mint(random);
      var body = EcmaScriptJson.stringify(trees.object());
      var seconds = random.nextInt(Integer.MAX_VALUE);

      assertThat(WebhookSignature.standard(secret, "evt_1", seconds, body.getBytes(UTF_8)))
          .isEqualTo(new Webhook(secret.text()).sign("evt_1", seconds, body));
    }
  }

  @Test
  void isRefusedForAnotherBody() throws Exception {
    var secret = WebhookSecret.mint(random);
    var headers = headers(secret, "evt_1", Instant.now().getEpochSecond(), "{}");
    var webhook = new Webhook(secret.text());

    assertThatThrownBy(() -> webhook.verify("{ }", headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  private static Map<String, List<String>> headers(
      WebhookSecret secret, String id, long seconds, String body) {
    var signature = WebhookSignature.standard(secret, id, seconds, body.getBytes(UTF_8));
    return Map.of(
        "webhook-id", List.of(id),
        "webhook-timestamp", List.of(Long.toString(seconds)),
        "webhook-signature", List.of(signature));
  }
}
