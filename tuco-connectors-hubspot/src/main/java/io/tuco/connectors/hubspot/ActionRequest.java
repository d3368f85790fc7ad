package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a workflow's custom action calls us with (HubSpot contract, section 6).
 *
 * @param order in words as they came; the intake judges them
 */
record ActionRequest(String portalId, SendOrder order) {

  private static final Set<String> CONTACT = Set.of("contact", "0-1");

  /** Empty when it lacks what every action has. */
  static Optional<ActionRequest> read(JsonNode body) {
    var portal = Json.field(body.path("origin"), "portalId");
    var callback = Json.field(body, "callbackId");
    return portal.flatMap(
        id -> callback.map(reference -> new ActionRequest(id, order(body, id, reference))));
  }

  private static SendOrder order(JsonNode body, String portalId, String callbackId) {
    var person = body.path("object").path("properties");
    return new SendOrder(
        "hs:" + portalId + ":" + callbackId,
        input(body, "message"),
        input(body, "subject"),
        input(body, "messageType"),
        Json.field(person, Properties.PHONE).or(() -> Json.field(person, Properties.MOBILE)),
        Json.field(person, Properties.EMAIL),
        name(person),
        input(body, "fromLineId"),
        bool(body, "sendFallbackSmsOnFailed"),
        List.of(),
        ids(body.path("object"), portalId),
        bool(body, "waitForResult").filter(wait -> wait).map(wait -> callbackId));
  }

  private static Optional<String> input(JsonNode body, String name) {
    return Json.field(body.path("inputFields"), name)
        .or(() -> Json.field(body.path("fields"), name));
  }

  private static Optional<Boolean> bool(JsonNode body, String name) {
    return input(body, name)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(Boolean::valueOf);
  }

  private static Optional<String> name(JsonNode person) {
    return Optional.of(
            Stream.of(Properties.FIRST_NAME, Properties.LAST_NAME)
                .flatMap(part -> Json.field(person, part).stream())
                .collect(Collectors.joining(" ")))
        .filter(name -> !name.isEmpty());
  }

  /** Of a company or a deal the id is not a contact's. */
  private static CrmIds ids(JsonNode object, String portalId) {
    var isContact =
        Json.field(object, "objectType")
            .map(type -> CONTACT.contains(type.toLowerCase(Locale.ROOT)))
            .orElse(true);
    return new CrmIds(
        Optional.empty(),
        Optional.empty(),
        Json.field(object, "objectId").filter(id -> isContact && Calls.isRecordId(id)),
        Optional.of(portalId));
  }
}
