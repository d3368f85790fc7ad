package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmNotice;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One event of the app's webhook subscriptions (HubSpot contract, section 7). */
record AppEvent(JsonNode event) {

  /** Empty when it is none that concerns us, or tells of what we ourselves have written. */
  Optional<CrmNotice> notice(Set<String> ownSources) {
    var portal = Json.field(event, "portalId");
    var contact = Json.field(event, "objectId").filter(Calls::isRecordId);
    var id = id();
    if (portal.isEmpty() || contact.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    return switch (Json.field(event, "subscriptionType").orElse("")) {
      case "contact.creation", "contact.propertyChange" ->
          isOwn(ownSources)
              ? Optional.empty()
              : Optional.of(new CrmNotice.ContactTouched(id.get(), portal.get(), contact.get()));
      case "contact.deletion" ->
          Optional.of(new CrmNotice.ContactRemoved(id.get(), portal.get(), contact.get()));
      default -> Optional.empty();
    };
  }

  private Optional<String> id() {
    return Json.field(event, "portalId")
        .flatMap(
            portal ->
                Json.field(event, "eventId")
                    .flatMap(
                        own ->
                            Json.field(event, "subscriptionId")
                                .map(
                                    subscription ->
                                        "hs:" + portal + ":" + own + ":" + subscription)));
  }

  /** Another app's writes have the same source, but another app's id beside it. */
  private boolean isOwn(Set<String> ownSources) {
    var source = Json.field(event, "changeSource").orElse("").toUpperCase(Locale.ROOT);
    var writer = Json.field(event, "sourceId");
    var app = Json.field(event, "appId");
    return ownSources.contains(source) && (writer.isEmpty() || writer.equals(app));
  }
}
