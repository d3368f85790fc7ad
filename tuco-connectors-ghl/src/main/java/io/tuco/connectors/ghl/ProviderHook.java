package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The delivery URL of our conversation provider: somebody in GHL has sent a message through it
 * (contract, section 6a). It has no time and no id of its own; the message has.
 */
final class ProviderHook {

  private final Signatures signatures;

  ProviderHook(Signatures signatures) {
    this.signatures = signatures;
  }

  HookReading read(HookCall call, HookKeys keys) {
    if (!signatures.fit(call)) {
      return Refusals.notFromGhl();
    }
    var read = GhlJson.parse(new String(call.body(), UTF_8)).filter(JsonNode::isObject);
    if (read.isEmpty()) {
      return Refusals.invalid("Invalid JSON");
    }
    var json = read.get();
    var location = GhlJson.text(json, "locationId");
    var message = GhlJson.text(json, "messageId");
    if (location.isEmpty() || message.isEmpty()) {
      return Refusals.invalid("locationId and messageId are required");
    }
    var ours = keys.accountId().map(location.get()::equals).orElse(true);
    return new HookReading.Heard(
        ours ? List.of(wanted(json, location.get(), message.get())) : List.of());
  }

  private static CrmNotice wanted(JsonNode json, String location, String message) {
    var key = "ghl:" + message;
    return new CrmNotice.SendWanted(key, location, order(json, key, location, message));
  }

  private static SendOrder order(JsonNode json, String key, String location, String message) {
    var isEmail = GhlJson.text(json, "type").filter("Email"::equalsIgnoreCase).isPresent();
    return new SendOrder(
        key,
        GhlJson.text(json, "message", "body")
            .or(() -> GhlJson.text(json, "html").map(PlainText::of)),
        GhlJson.text(json, "subject").filter(any -> isEmail),
        Optional.of(MessageType.EMAIL.wire()).filter(any -> isEmail),
        GhlJson.text(json, "phone").filter(any -> !isEmail),
        GhlJson.text(json, "emailTo", "email").filter(any -> isEmail),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        GhlJson.elements(json.path("attachments")).flatMap(ProviderHook::url).toList(),
        new CrmIds(
            GhlJson.text(json, "contactId"),
            Optional.of(location),
            Optional.empty(),
            Optional.empty()),
        Optional.of(message));
  }

  private static Stream<String> url(JsonNode attachment) {
    return attachment.isObject()
        ? GhlJson.text(attachment, "url").stream()
        : GhlJson.text(attachment).stream();
  }
}
