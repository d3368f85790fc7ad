package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * What a test tells and asks the fake, as JSON:
 *
 * <ul>
 *   <li>{@code GET /__control/state}: counters, violations, and per location contacts, notes,
 *       messages
 *   <li>{@code GET /__control/requests}
 *   <li>{@code POST /__control/locations {location, token, providers[]?, priority?,
 *       searchLagSeconds?}}
 *   <li>{@code POST /__control/codes {code, location?}}
 *   <li>{@code POST /__control/contacts {location, contact{}}}, or {@code {location, count}} for
 *       many that are made up
 *   <li>{@code POST /__control/orders {location, contactId, message}}: a send that waits for its
 *       status
 *   <li>{@code POST /__control/limits {calls, seconds, perDay}}
 *   <li>{@code POST /__control/faults {fault, operation?, times=1}}, {@code DELETE
 *       /__control/faults}
 *   <li>{@code POST /__control/revoke}: refuses every access token from now on
 * </ul>
 */
final class FakeControl {

  static final String ROOT = "/__control";

  private final FakeGhl ghl;

  FakeControl(FakeGhl ghl) {
    this.ghl = ghl;
  }

  Reply answer(FakeCall call) {
    var body = Json.of(call);
    return switch (call.method() + " " + call.path().substring(ROOT.length())) {
      case "GET /state" -> Json.reply(200, state());
      case "GET /requests" -> Json.reply(200, requests());
      case "POST /locations" -> location(body);
      case "POST /codes" -> {
        ghl.withCode(body.path("code").asText(), Json.text(body, "location"));
        yield done();
      }
      case "POST /contacts" -> contacts(body);
      case "POST /orders" -> order(body);
      case "POST /limits" -> {
        ghl.limits(
            body.path("calls").asInt(100),
            Duration.ofMillis(Math.round(body.path("seconds").asDouble(10) * 1000)),
            body.path("perDay").asInt(200_000));
        yield done();
      }
      case "POST /faults" -> {
        ghl.fault(
            FakeFault.parse(body.path("fault").asText()),
            body.path("operation").asText(),
            body.path("times").asInt(1));
        yield done();
      }
      case "DELETE /faults" -> {
        ghl.clearFaults();
        yield done();
      }
      case "POST /revoke" -> {
        ghl.revokeTokens();
        yield done();
      }
      default -> Json.error(404, "no such control");
    };
  }

  private static Reply done() {
    return Json.reply(200, Json.object().put("success", true));
  }

  private Reply location(ObjectNode body) {
    var id = body.path("location").asText();
    ghl.withLocation(id, body.path("token").asText());
    body.path("providers").forEach(provider -> ghl.withProvider(id, provider.asText()));
    Json.text(body, "priority").ifPresent(field -> ghl.priority(id, field));
    ghl.searchLag(id, Duration.ofSeconds(body.path("searchLagSeconds").asLong()));
    return done();
  }

  private Reply contacts(ObjectNode body) {
    var location = body.path("location").asText();
    var answer = Json.object();
    var ids = answer.putArray("ids");
    Optional.of(body.path("contact"))
        .filter(JsonNode::isObject)
        .ifPresent(contact -> ids.add(ghl.addContact(location, contact.toString())));
    for (var i = 0; i < body.path("count").asInt(); i++) {
      ids.add(ghl.addContact(location, madeUp(i).toString()));
    }
    return Json.reply(200, answer);
  }

  private static ObjectNode madeUp(int n) {
    return Json.object()
        .put("firstName", "Person")
        .put("lastName", Integer.toString(n))
        .put("phone", "+1202" + (5_550_000 + n));
  }

  private Reply order(ObjectNode body) {
    var id =
        ghl.addOrder(
            body.path("location").asText(),
            body.path("contactId").asText(),
            body.path("message").asText());
    return Json.reply(200, Json.object().put("messageId", id));
  }

  private ObjectNode state() {
    var state =
        Json.object()
            .put("contactsMade", ghl.contactsMade())
            .put("limitsExceeded", ghl.limitsExceeded())
            .put("sentByGhl", ghl.sentByGhl())
            .put("requests", ghl.requests().size());
    var violations = state.putArray("violations");
    ghl.violations().forEach(violations::add);
    var locations = state.putObject("locations");
    ghl.locations().forEach((id, location) -> locations.set(id, state(location)));
    return state;
  }

  private static ObjectNode state(FakeLocation location) {
    var state = Json.object();
    var contacts = state.putArray("contacts");
    for (var contact : location.contacts().all()) {
      var copy = contact.deepCopy();
      contacts.add(copy);
      var notes = copy.putArray("notes");
      location.contacts().notesOf(contact.get("id").asText()).stream()
          .map(note -> note.get("body").asText())
          .forEach(notes::add);
    }
    var messages = state.putArray("messages");
    location.conversations().messages().forEach(message -> messages.add(message.deepCopy()));
    return state;
  }

  private JsonNode requests() {
    var answer = Json.object();
    var list = answer.putArray("requests");
    for (var request : ghl.requests()) {
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
