package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contacts of one location, with its rules about duplicates (contract, section 2). */
final class FakeContacts {

  private final String location;
  private final Map<String, ObjectNode> contacts = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> notes = new HashMap<>();

  private List<String> priority = List.of("email", "phone");
  private Duration searchLag = Duration.ZERO;
  private int made;
  private int notesMade;

  FakeContacts(String location) {
    this.location = location;
  }

  /** By which field upsert looks first. */
  void priority(String first) {
    priority = "phone".equals(first) ? List.of("phone", "email") : List.of("email", "phone");
  }

  /** How long a new contact is not found by searching. */
  void searchLag(Duration lag) {
    searchLag = lag;
  }

  int made() {
    return made;
  }

  Collection<ObjectNode> all() {
    return contacts.values();
  }

  Optional<ObjectNode> byId(String id) {
    return Optional.ofNullable(contacts.get(id));
  }

  List<ObjectNode> notesOf(String id) {
    return notes.getOrDefault(id, List.of());
  }

  ObjectNode add(ObjectNode data, Instant now) {
    made++;
    var id = location.replaceAll("\\W", "") + "Contact" + made;
    var contact = Json.object().put("id", id).put("locationId", location);
    contact.putArray("tags");
    contact.putArray("customFields");
    contact.put("dnd", false).put("dateAdded", now.toString());
    contacts.put(id, contact);
    return write(contact, data, now);
  }

  Reply duplicateOf(FakeCall call, Instant now) {
    var body = Json.object();
    var found =
        call.param("number")
            .flatMap(number -> findable("phone", number, now))
            .or(() -> call.param("email").flatMap(email -> findable("email", email, now)));
    body.set("contact", found.<JsonNode>map(ObjectNode::deepCopy).orElse(null));
    return Json.reply(200, body);
  }

  private Optional<ObjectNode> findable(String field, String value, Instant now) {
    return owner(field, value)
        .filter(
            each -> !now.isBefore(Instant.parse(each.get("dateAdded").asText()).plus(searchLag)));
  }

  /** Whose field it is: a primary one first, then an additional e-mail. */
  private Optional<ObjectNode> owner(String field, String value) {
    return contacts.values().stream()
        .filter(each -> Json.text(each, field).filter(value::equalsIgnoreCase).isPresent())
        .findFirst()
        .or(() -> "email".equals(field) ? byAdditional(value) : Optional.empty());
  }

  private Optional<ObjectNode> byAdditional(String email) {
    return contacts.values().stream()
        .filter(each -> each.path("additionalEmails").toString().contains("\"" + email + "\""))
        .findFirst();
  }

  Reply upsert(ObjectNode body, Instant now) {
    var owner =
        priority.stream()
            .flatMap(field -> Json.text(body, field).flatMap(value -> owner(field, value)).stream())
            .findFirst();
    var contact = owner.map(found -> overwrite(found, body, now)).orElseGet(() -> add(body, now));
    var answer = Json.object().put("new", owner.isEmpty()).put("traceId", "trace-" + made);
    answer.set("contact", contact.deepCopy());
    return Json.reply(200, answer);
  }

  /** What belongs to another contact is silently left out; a secondary e-mail becomes the first. */
  private ObjectNode overwrite(ObjectNode contact, ObjectNode body, Instant now) {
    var mine = body.deepCopy();
    for (var field : priority) {
      var other = Json.text(body, field).flatMap(value -> owner(field, value));
      if (other.isPresent() && other.get() != contact) {
        mine.remove(field);
      }
    }
    return write(contact, mine, now);
  }

  Reply create(ObjectNode body, Instant now) {
    for (var field : priority) {
      var owner = Json.text(body, field).flatMap(value -> owner(field, value));
      if (owner.isPresent()) {
        return duplicated(owner.get().get("id").asText(), field);
      }
    }
    var answer = Json.object();
    answer.set("contact", add(body, now).deepCopy());
    return Json.reply(201, answer);
  }

  static Reply duplicated(String contact, String field) {
    var body =
        Json.object()
            .put("statusCode", 400)
            .put("message", "This location does not allow duplicated contacts.");
    body.putObject("meta").put("contactId", contact).put("matchingField", field);
    return Json.reply(400, body);
  }

  Reply update(ObjectNode contact, ObjectNode body, Instant now) {
    for (var field : priority) {
      var owner = Json.text(body, field).flatMap(value -> owner(field, value));
      if (owner.isPresent() && owner.get() != contact) {
        return duplicated(owner.get().get("id").asText(), field);
      }
    }
    var answer = Json.object().put("succeded", true);
    answer.set("contact", write(contact, body, now).deepCopy());
    return Json.reply(200, answer);
  }

  private static ObjectNode write(ObjectNode contact, ObjectNode body, Instant now) {
    var before = Json.text(contact, "email");
    body.fields()
        .forEachRemaining(
            field -> {
              switch (field.getKey()) {
                case "locationId", "createNewIfDuplicateAllowed" -> {}
                case "customFields" -> fields(contact, field.getValue());
                case "dndSettings" ->
                    contact.withObject("/dndSettings").setAll((ObjectNode) field.getValue());
                default -> contact.set(field.getKey(), field.getValue());
              }
            });
    before
        .filter(old -> !old.equals(contact.path("email").asText()))
        .ifPresent(old -> contact.withArray("additionalEmails").addObject().put("email", old));
    return contact.put("dateUpdated", now.toString());
  }

  private static void fields(ObjectNode contact, JsonNode given) {
    var values = contact.withArray("customFields");
    for (var field : given) {
      for (var i = values.size() - 1; i >= 0; i--) {
        if (values.get(i).path("id").equals(field.path("id"))) {
          values.remove(i);
        }
      }
      var value = field.has("field_value") ? field.get("field_value") : field.get("value");
      values.addObject().put("id", field.path("id").asText()).set("value", value);
    }
  }

  Reply tag(ObjectNode contact, ObjectNode body, boolean adding, Instant now) {
    var tags = new ArrayList<String>();
    contact.path("tags").forEach(tag -> tags.add(tag.asText()));
    for (var tag : body.path("tags")) {
      tags.remove(tag.asText());
      if (adding) {
        tags.add(tag.asText());
      }
    }
    var array = contact.putArray("tags");
    tags.forEach(array::add);
    contact.put("dateUpdated", now.toString());
    var answer = Json.object();
    answer.set("tags", array.deepCopy());
    return Json.reply(adding ? 201 : 200, answer);
  }

  Reply note(ObjectNode contact, ObjectNode body, Instant now) {
    var id = contact.get("id").asText();
    var note =
        Json.object()
            .put("id", "note-" + ++notesMade)
            .put("body", body.path("body").asText())
            .put("contactId", id)
            .put("dateAdded", now.toString());
    notes.computeIfAbsent(id, any -> new ArrayList<>()).add(note);
    var answer = Json.object();
    answer.set("note", note.deepCopy());
    return Json.reply(201, answer);
  }
}
