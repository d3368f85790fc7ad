package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Communications, notes and timeline events (HubSpot contract, section 3). */
final class FakeEngagements {

  private static final Map<String, Integer> ASSOCIATIONS =
      Map.of("communications", 81, "notes", 202);

  /** One on a contact's timeline; of the kind that its path names. */
  record Engagement(String id, String kind, String contactId, Map<String, String> properties) {}

  private final FakeContacts contacts;
  private final List<Engagement> engagements = new ArrayList<>();
  private final Map<String, ObjectNode> events = new LinkedHashMap<>();
  private final Set<String> templates = new TreeSet<>();
  private long lastId = 9_000;
  private boolean communicationsRefused;

  FakeEngagements(FakeContacts contacts) {
    this.contacts = contacts;
  }

  void refuseCommunications() {
    communicationsRefused = true;
  }

  void know(String template) {
    templates.add(template);
  }

  List<Engagement> of(String kind) {
    return engagements.stream().filter(each -> each.kind.equals(kind)).toList();
  }

  List<ObjectNode> events() {
    return List.copyOf(events.values());
  }

  Reply create(FakeCall call, String kind) {
    if (kind.equals("communications") && communicationsRefused) {
      return Json.error(403, "MISSING_SCOPES", "required scopes are missing");
    }
    var association = Json.of(call).path("associations").path(0);
    var contact = Json.text(association.path("to"), "id").orElse("");
    var type = association.path("types").path(0).path("associationTypeId").asInt();
    if (contacts.find(contact).isEmpty()) {
      return FakeContacts.missing();
    }
    if (type != ASSOCIATIONS.get(kind)) {
      return Json.error(400, "VALIDATION_ERROR", "no such type of association");
    }
    var id = String.valueOf(++lastId);
    var properties = Json.texts(Json.of(call).path("properties"));
    engagements.add(new Engagement(id, kind, contact, properties));
    return Json.reply(201, record(id, properties));
  }

  Reply associated(FakeCall call, String contact, String kind) {
    var limit = call.param("limit").map(Integer::parseInt).orElse(500);
    var from = call.param("after").map(Integer::parseInt).orElse(0);
    var all = of(kind).stream().filter(each -> each.contactId.equals(contact)).toList();
    var body = Json.object();
    var results = body.putArray("results");
    all.stream()
        .skip(from)
        .limit(limit)
        .forEach(each -> results.addObject().put("toObjectId", Long.parseLong(each.id)));
    if (from + limit < all.size()) {
      body.putObject("paging").putObject("next").put("after", String.valueOf(from + limit));
    }
    return Json.reply(200, body);
  }

  Reply read(FakeCall call, String kind) {
    var body = Json.object().put("status", "COMPLETE");
    var results = body.putArray("results");
    for (var input : Json.of(call).path("inputs")) {
      find(kind, input.path("id").asText())
          .ifPresent(each -> results.add(record(each.id, each.properties)));
    }
    return Json.reply(200, body);
  }

  private Optional<Engagement> find(String kind, String id) {
    return of(kind).stream().filter(each -> each.id.equals(id)).findFirst();
  }

  private static ObjectNode record(String id, Map<String, String> properties) {
    var record = Json.object().put("id", id);
    var shown = record.putObject("properties");
    properties.forEach(shown::put);
    return record.put("archived", false);
  }

  /** An event of an id that is there is that event. */
  Reply event(FakeCall call) {
    var event = Json.of(call);
    var template = event.path("eventTemplateId").asText();
    if (!templates.contains(template)) {
      return Json.error(404, "OBJECT_NOT_FOUND", "no such template");
    }
    events.putIfAbsent(template + "/" + event.path("id").asText(), event);
    return Json.reply(201, Json.object().put("id", event.path("id").asText()));
  }
}
