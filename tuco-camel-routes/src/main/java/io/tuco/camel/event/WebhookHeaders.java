package io.tuco.camel.event;

import io.tuco.camel.json.JsonTime;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.event.WebhookSignature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers of one attempt (webhook contract, section 3). */
final class WebhookHeaders {

  // A correlation id is a client's text: whatever could end a header line or change its charset
  // stays at home.
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private WebhookHeaders() {}

  static Map<String, String> of(Delivery delivery, WebhookSecret secret, byte[] body, Instant now) {
    var id = delivery.eventId();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Tuco-Webhooks/1");
    headers.put("X-Tuco-Event", delivery.event().wire());
    headers.put("X-Tuco-Timestamp", JsonTime.text(now));
    headers.put("X-Tuco-Signature", WebhookSignature.tuco(secret, body));
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature", WebhookSignature.standard(secret, id, now.getEpochSecond(), body));
    delivery
        .correlationId()
        .filter(text -> VISIBLE.matcher(text).matches())
        .ifPresent(text -> headers.put("x-correlation-id", text));
    return headers;
  }
}
