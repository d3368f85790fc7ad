package io.tuco.camel.event;

import io.tuco.camel.json.JsonTime;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.WebhookSignature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The headers of one attempt (webhook contract, section 3). */
final class WebhookHeaders {

  // A correlation id is a client's text: whatever could end a header line or change its charset
  // stays at home.
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private static final String SIGNATURE = "X-Tuco-Signature";

  private WebhookHeaders() {}

  static Map<String, String> of(
      Delivery delivery, SigningSecrets secrets, byte[] body, Instant now) {
    var id = delivery.eventId();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Tuco-Webhooks/1");
    headers.put("X-Tuco-Event", delivery.event().wire());
    headers.put("X-Tuco-Timestamp", JsonTime.text(now));
    putOwn(headers, secrets, body);
    putStandard(headers, id, secrets, body, now);
    if (delivery.tries().replay()) {
      headers.put("X-Tuco-Replay", "true");
    }
    delivery
        .correlationId()
        .filter(text -> VISIBLE.matcher(text).matches())
        .ifPresent(text -> headers.put("x-correlation-id", text));
    return headers;
  }

  /** Those of Standard Webhooks, the same in every dialect. */
  static void putStandard(
      Map<String, String> headers, String id, SigningSecrets secrets, byte[] body, Instant now) {
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature",
        secrets
            .newestFirst()
            .map(secret -> WebhookSignature.standard(secret, id, now.getEpochSecond(), body))
            .collect(Collectors.joining(" ")));
  }

  /** One value a header: while two secrets are in use, the new one's has a header of its own. */
  private static void putOwn(Map<String, String> headers, SigningSecrets secrets, byte[] body) {
    var current = WebhookSignature.tuco(secrets.current(), body);
    headers.put(
        SIGNATURE, secrets.old().map(old -> WebhookSignature.tuco(old, body)).orElse(current));
    secrets.old().ifPresent(old -> headers.put(SIGNATURE + "-Next", current));
  }
}
