package io.tuco.camel.json;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryTry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A delivery to an endpoint (webhook contract, section 6). */
public final class DeliveryJson {

  private DeliveryJson() {}

  /** As a row of the log. */
  public static Map<String, @Nullable Object> of(Delivery delivery) {
    return row(delivery).tree();
  }

  /** With what was sent, byte for byte, and every attempt that is remembered. */
  public static Map<String, @Nullable Object> whole(Delivery delivery) {
    return row(delivery)
        .put("payload", delivery.payload())
        .put("attemptLog", delivery.tries().log().stream().map(DeliveryJson::entry).toList())
        .tree();
  }

  private static JsonFields row(Delivery delivery) {
    return new JsonFields()
        .put("id", delivery.id())
        .put("eventId", delivery.eventId())
        .put("event", delivery.event().wire())
        .putOrNull("messageId", delivery.messageId())
        .put("status", delivery.status().wire())
        .put("attempts", delivery.attempts())
        .putOrNull("lastStatusCode", delivery.lastStatusCode())
        .putOrNull("lastError", delivery.lastError())
        .putOrNull("nextAttemptAt", delivery.nextAttemptAt())
        .put("createdAt", delivery.createdAt())
        .putOrNull("deliveredAt", delivery.deliveredAt());
  }

  private static Map<String, @Nullable Object> entry(DeliveryTry attempt) {
    return new JsonFields()
        .put("attempt", attempt.number())
        .put("at", attempt.at())
        .putOrNull("statusCode", attempt.statusCode())
        .put("durationMs", attempt.took().toMillis())
        .putOrNull("error", attempt.error())
        .putOrNull("response", attempt.response())
        .tree();
  }
}
