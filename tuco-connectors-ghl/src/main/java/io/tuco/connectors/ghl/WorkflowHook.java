package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.message.CrmIds;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The "Webhook" action of a workflow with its standard body (contract, section 6c): unsigned, so
 * that its URL carries a secret; flat, and of a shape that nobody has written down.
 */
final class WorkflowHook {

  /** The same text to the same contact from the same workflow is the same order for so long. */
  private static final Duration SAME = Duration.ofMinutes(10);

  private static final String KEY = "ghl-workflow:";

  HookReading read(HookCall call, HookKeys keys) {
    if (!fits(call.token(), keys.urlSecret())) {
      return Refusals.notFromGhl();
    }
    var json = GhlJson.parse(new String(call.body(), UTF_8)).filter(JsonNode::isObject);
    if (json.isEmpty()) {
      return Refusals.invalid("Invalid JSON");
    }
    var message = GhlJson.text(json.get().path("customData"), "message");
    if (message.isEmpty()) {
      return Refusals.invalid("customData.message is required");
    }
    var location =
        GhlJson.text(json.get().path("location"), "id")
            .or(() -> GhlJson.text(json.get(), "location_id", "locationId"));
    if (location.isPresent()
        && keys.accountId().filter(own -> !own.equals(location.get())).isPresent()) {
      return Refusals.invalid("The URL is that of another location");
    }
    var account = keys.accountId().or(() -> location);
    return account.isEmpty()
        ? Refusals.invalid("location.id is required")
        : new HookReading.Heard(List.of(wanted(json.get(), message.get(), account.get(), call)));
  }

  private static boolean fits(Optional<String> given, Optional<String> secret) {
    return given.isPresent()
        && secret.isPresent()
        && MessageDigest.isEqual(given.get().getBytes(UTF_8), secret.get().getBytes(UTF_8));
  }

  private static CrmNotice wanted(JsonNode json, String message, String account, HookCall call) {
    var contact = GhlJson.text(json, "contact_id", "contactId");
    var custom = json.path("customData");
    var named = GhlJson.text(custom, "idempotencyKey");
    var parts =
        List.of(GhlJson.text(json.path("workflow"), "id").orElse(""), contact.orElse(""), message);
    var stretch = call.receivedAt().getEpochSecond() / SAME.toSeconds();
    var order =
        new SendOrder(
            KEY + named.orElseGet(() -> key(parts, stretch)),
            Optional.of(message),
            GhlJson.text(custom, "subject"),
            GhlJson.text(custom, "messageType").map(type -> type.toLowerCase(Locale.ROOT)),
            GhlJson.text(json, "phone"),
            GhlJson.text(json, "email"),
            GhlJson.text(json, "full_name").or(() -> name(json)),
            GhlJson.text(custom, "fromLineId"),
            GhlJson.flag(custom, "sendFallbackSmsOnFailed"),
            List.of(),
            new CrmIds(contact, Optional.of(account), Optional.empty(), Optional.empty()),
            Optional.empty(),
            named.isPresent()
                ? Optional.empty()
                : Optional.of(
                    new SendOrder.Earlier(
                        KEY + key(parts, stretch - 1), call.receivedAt().minus(SAME))));
    return new CrmNotice.SendWanted(order.idempotencyKey(), account, order);
  }

  /** Stretches of 10 minutes: what came in the one before is told by its time. */
  private static String key(List<String> parts, long stretch) {
    return Digest.of(parts.get(0), parts.get(1), parts.get(2), Long.toString(stretch));
  }

  private static Optional<String> name(JsonNode json) {
    var first = GhlJson.text(json, "first_name");
    var last = GhlJson.text(json, "last_name");
    return first.map(name -> last.map(rest -> name + " " + rest).orElse(name)).or(() -> last);
  }
}
