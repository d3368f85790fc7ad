package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import java.time.Duration;
import java.util.Optional;

/** The webhooks of a marketplace app (contract, section 5). */
final class EventHook {

  private final Signatures signatures;
  private final Duration age;

  EventHook(Signatures signatures, Duration age) {
    this.signatures = signatures;
    this.age = age;
  }

  HookReading read(HookCall call, HookKeys keys) {
    if (!signatures.fit(call)) {
      return Refusals.notFromGhl();
    }
    var event = GhlJson.parse(new String(call.body(), UTF_8));
    if (event.filter(JsonNode::isObject).isEmpty()) {
      return Refusals.invalid("Invalid JSON");
    }
    if (!isRecent(event.get(), call)) {
      return Refusals.notFromGhl();
    }
    return new HookReading.Heard(notice(event.get(), call, keys).stream().toList());
  }

  /** What has no time could be played again for ever. */
  private boolean isRecent(JsonNode event, HookCall call) {
    return GhlJson.text(event, "timestamp")
        .flatMap(ContactJson::instant)
        .filter(at -> Duration.between(at, call.receivedAt()).abs().compareTo(age) <= 0)
        .isPresent();
  }

  private static Optional<CrmNotice> notice(JsonNode event, HookCall call, HookKeys keys) {
    var id = GhlJson.text(event, "webhookId").orElseGet(() -> Digest.of(call.body()));
    var data = event.path("data").isObject() ? event.path("data") : event;
    var type = GhlJson.text(event, "type").orElse("");
    if (type.equals("UNINSTALL")) {
      return uninstalled(id, event, keys);
    }
    var account = GhlJson.text(data, "locationId").or(() -> GhlJson.text(event, "locationId"));
    // An app has one URL: it also hears of locations that are not this connection's.
    return account
        .filter(location -> isOf(keys, location))
        .flatMap(location -> ofContact(type, id, location, data));
  }

  private static Optional<CrmNotice> uninstalled(String id, JsonNode event, HookKeys keys) {
    return GhlJson.text(event, "locationId")
        .or(keys::accountId)
        .or(() -> GhlJson.text(event, "companyId"))
        .filter(account -> isOf(keys, account))
        .map(account -> new CrmNotice.Uninstalled(id, account));
  }

  private static boolean isOf(HookKeys keys, String account) {
    return keys.accountId().map(account::equals).orElse(true);
  }

  private static Optional<CrmNotice> ofContact(
      String type, String id, String account, JsonNode data) {
    var contact = ContactJson.read(data, ConnectionMapping.none());
    return switch (type) {
      case "ContactCreate", "ContactUpdate" ->
          contact.map(read -> new CrmNotice.ContactChanged(id, account, read));
      // It does not always say which channel: that is asked for.
      case "ContactDndUpdate" ->
          contact.map(read -> new CrmNotice.ContactTouched(id, account, read.id()));
      case "ContactDelete" ->
          contact.map(read -> new CrmNotice.ContactRemoved(id, account, read.id()));
      default -> Optional.empty();
    };
  }
}
