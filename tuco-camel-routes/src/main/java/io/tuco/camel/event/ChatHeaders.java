package io.tuco.camel.event;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of one attempt in the words of {@code /v1} (webhook contract, section 4). */
final class ChatHeaders {

  private static final String SIGNATURE = "X-Webhook-Signature";

  private ChatHeaders() {}

  static Map<String, String> of(
      Delivery delivery, SigningSecrets secrets, byte[] body, Instant now) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Tuco-Webhooks/1");
    putOwn(headers, secrets, body, now.toEpochMilli());
    headers.put("X-Webhook-Timestamp", Long.toString(now.toEpochMilli()));
    headers.put(
        "X-Webhook-Delivery-Id", ChatPayload.deliveryId(new String(body, StandardCharsets.UTF_8)));
    WebhookHeaders.putStandard(headers, delivery.eventId(), secrets, body, now);
    if (delivery.tries().replay()) {
      headers.put("X-Tuco-Replay", "true");
    }
    return headers;
  }

  /** One value a header: while two secrets are in use, the new one's has a header of its own. */
  private static void putOwn(
      Map<String, String> headers, SigningSecrets secrets, byte[] body, long millis) {
    var current = WebhookSignature.v1(secrets.current(), millis, body);
    headers.put(
        SIGNATURE,
        secrets.old().map(old -> WebhookSignature.v1(old, millis, body)).orElse(current));
    secrets.old().ifPresent(old -> headers.put(SIGNATURE + "-Next", current));
  }
}
