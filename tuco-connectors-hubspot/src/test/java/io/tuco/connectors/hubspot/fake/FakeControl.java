package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a test tells and asks the fake, as JSON:
 *
 * <ul>
 *   <li>{@code GET /__control/state}: counters, violations, and per portal contacts,
 *       communications, notes, timeline and completed callbacks
 *   <li>{@code GET /__control/requests}
 *   <li>{@code POST /__control/portals {portal, token, zone?, searchLagSeconds?, owners{id:email}?,
 *       properties[]?, templates[]?, refuseCommunications?}}
 *   <li>{@code POST /__control/codes {code, portal}}
 *   <li>{@code POST /__control/contacts {portal, contact{}}}, or {@code {portal, count}} for many
 *       that are made up
 *   <li>{@code POST /__control/callbacks {portal, callback}}: an action that waits to be completed
 *   <li>{@code POST /__control/limits {portal, calls, seconds, searchesPerSecond, perDay}}
 *   <li>{@code POST /__control/faults {fault, operation?, times=1}}, {@code DELETE
 *       /__control/faults}
 *   <li>{@code POST /__control/revoke}: refuses every access token from now on; {@code POST
 *       /__control/uninstall}: refresh tokens too
 * </ul>
 */
final class FakeControl {

  static final String ROOT = "/__control";

  private final FakeHubspot hubspot;

  FakeControl(FakeHubspot hubspot) {
    this.hubspot = hubspot;
  }

  Reply answer(FakeCall call) {
    var body = Json.of(call);
    switch (call.method() + " " + call.path().substring(ROOT.length())) {
      case "GET /state" -> {
        return Json.reply(200, state());
      }
      case "GET /requests" -> {
        return Json.reply(200, requests());
      }
      case "POST /contacts" -> {
        return contacts(body);
      }
      case "POST /portals" -> portal(body);
      case "POST /codes" ->
          hubspot.withCode(body.path("code").asText(), body.path("portal").asText());
      case "POST /callbacks" ->
          hubspot.withCallback(body.path("portal").asText(), body.path("callback").asText());
      case "POST /limits" -> limits(body);
      case "POST /faults" ->
          hubspot.fault(
              FakeFault.parse(body.path("fault").asText()),
              body.path("operation").asText(),
              body.path("times").asInt(1));
      case "DELETE /faults" -> hubspot.clearFaults();
      case "POST /revoke" -> hubspot.revokeTokens();
      case "POST /uninstall" -> hubspot.uninstall();
      default -> {
        return Json.error(404, "OBJECT_NOT_FOUND", "no such control");
      }
    }
    return Json.reply(200, Json.object().put("success", true));
  }

  private void portal(JsonNode body) {
    var id = body.path("portal").asText();
    var zone = ZoneId.of(Json.text(body, "zone").orElse("America/New_York"));
    hubspot.withPortal(id, body.path("token").asText(), zone);
    hubspot.searchLag(id, Duration.ofSeconds(body.path("searchLagSeconds").asLong()));
    Json.texts(body.path("owners")).forEach((owner, email) -> hubspot.withOwner(id, owner, email));
    body.path("properties").forEach(name -> hubspot.withProperty(id, name.asText()));
    body.path("templates").forEach(template -> hubspot.withTemplate(id, template.asText()));
    if (body.path("refuseCommunications").asBoolean()) {
      hubspot.refuseCommunications(id);
    }
  }

  private void limits(JsonNode body) {
    hubspot.limits(
        body.path("portal").asText(),
        body.path("calls").asInt(100),
        Duration.ofMillis(Math.round(body.path("seconds").asDouble(10) * 1000)),
        body.path("searchesPerSecond").asInt(5),
        body.path("perDay").asInt(250_000));
  }

  private Reply contacts(JsonNode body) {
    var portal = body.path("portal").asText();
    var answer = Json.object();
    var ids = answer.putArray("ids");
    if (body.path("contact").isObject()) {
      ids.add(hubspot.addContact(portal, Json.texts(body.path("contact"))));
    }
    for (var i = 0; i < body.path("count").asInt(); i++) {
      ids.add(hubspot.addContact(portal, madeUp(i)));
    }
    return Json.reply(200, answer);
  }

  private static Map<String, String> madeUp(int n) {
    var properties = new LinkedHashMap<String, String>();
    properties.put("firstname", "Person");
    properties.put("lastname", String.valueOf(n));
    properties.put("email", "person" + n + "@example.com");
    properties.put("phone", "+1202" + (5_550_000 + n));
    return properties;
  }

  private ObjectNode state() {
    var state =
        Json.object()
            .put("contactsMade", hubspot.contactsMade())
            .put("limitsExceeded", hubspot.limitsExceeded())
            .put("searchesTooDeep", hubspot.searchesTooDeep())
            .put("errorShare", hubspot.errorShare())
            .put("requests", hubspot.requests().size());
    var violations = state.putArray("violations");
    hubspot.violations().forEach(violations::add);
    var portals = state.putObject("portals");
    hubspot.portals().keySet().forEach(id -> portals.set(id, portalState(id)));
    return state;
  }

  private ObjectNode portalState(String id) {
    var state = Json.object();
    state.set("contacts", Json.MAPPER.valueToTree(hubspot.contacts(id)));
    state.set("communications", Json.MAPPER.valueToTree(hubspot.communications(id)));
    state.set("notes", Json.MAPPER.valueToTree(hubspot.notes(id)));
    state.set("timeline", Json.MAPPER.valueToTree(hubspot.timeline(id)));
    state.set("completed", Json.MAPPER.valueToTree(hubspot.completed(id)));
    return state;
  }

  private JsonNode requests() {
    var answer = Json.object();
    var list = answer.putArray("requests");
    for (var request : hubspot.requests()) {
      list.addObject()
          .put("n", request.n())
          .put("method", request.method())
          .put("path", request.path())
          .put("body", request.body())
          .put("status", request.status())
          .put("fault", request.fault().map(Enum::name).orElse(null));
    }
    return answer;
  }
}
