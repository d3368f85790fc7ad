package io.tuco.camel.event;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.event.EventName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} object of a body: its members in the order of the contract's table, whatever
 * order the facts came in, so that equal facts are equal bytes. An empty {@code Optional} is null.
 */
final class EventData {

  private EventData() {}

  static Map<String, @Nullable Object> tree(EventName name, Map<String, Object> facts) {
    var keys = new LinkedHashSet<>(order(name));
    keys.addAll(new TreeSet<>(facts.keySet()));
    keys.retainAll(facts.keySet());
    var fields = new JsonFields();
    keys.forEach(key -> fields.putOrNull(key, optional(facts.get(key))));
    return fields.tree();
  }

  private static Optional<?> optional(@Nullable Object fact) {
    return fact instanceof Optional<?> given ? given : Optional.ofNullable(fact);
  }

  private static List<String> order(EventName name) {
    return switch (name) {
      case MESSAGE_SENT -> List.of();
      case MESSAGE_FAILED -> List.of("error");
      case MESSAGE_FALLBACK -> List.of("reason", "checkedAddresses");
      case MESSAGE_OPENED -> List.of("readAt");
      case MESSAGE_DELIVERED -> List.of("deliveredAt");
      case MESSAGE_CANCELLED -> List.of("reason");
      case MESSAGE_SCHEDULED -> List.of("scheduledDate", "reason");
      case MESSAGE_REPLY -> List.of("reply", "repliedAtUtc", "parentMessages");
      case LINE_DOWN -> List.of("lineId", "linePhone", "lineEmail", "failures", "checkedAt");
      case CONTACT_OPTED_OUT -> List.of("phone", "email", "keyword", "dncId", "cancelledCount");
      case WEBHOOK_DISABLED -> List.of("webhookId", "url", "cause", "disabledAt", "failureCount");
      case MESSAGE_RECEIVED,
          REACTION_ADDED,
          REACTION_REMOVED,
          TYPING_STARTED,
          TYPING_STOPPED,
          RECEIPT_READ ->
          List.of();
    };
  }
}
