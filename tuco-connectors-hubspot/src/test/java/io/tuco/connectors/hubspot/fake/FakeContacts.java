package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Contacts of a portal: the e-mail is unique, the phone is not (HubSpot contract, section 2). */
final class FakeContacts {

  private static final List<String> USUAL = List.of("email", "firstname", "lastname");

  private final TreeMap<Long, FakeContact> contacts = new TreeMap<>();
  private final Map<String, Long> byEmail = new TreeMap<>();
  private final Set<String> known =
      new TreeSet<>(
          List.of(
              "email",
              "firstname",
              "lastname",
              "company",
              "jobtitle",
              "phone",
              "mobilephone",
              "hubspot_owner_id",
              "lastmodifieddate",
              "createdate",
              "hs_object_id",
              "hs_lead_status"));
  private final Map<String, String> owners = new TreeMap<>();
  private long lastId = 100;
  private int made;

  void know(String property) {
    known.add(property);
  }

  void own(String id, String email) {
    owners.put(id, email);
  }

  int made() {
    return made;
  }

  Collection<FakeContact> all() {
    return contacts.values();
  }

  boolean isKnown(String property) {
    return known.contains(property) || property.startsWith("hs_searchable_calculated_");
  }

  Optional<FakeContact> find(String id) {
    return Optional.of(id)
        .filter(text -> text.matches("[0-9]{1,15}"))
        .map(text -> contacts.get(Long.parseLong(text)))
        .filter(contact -> !contact.isArchived());
  }

  /** As a user of HubSpot would. */
  String add(Map<String, String> properties, Instant now) {
    var contact = put(properties, now);
    return String.valueOf(contact.id());
  }

  private FakeContact put(Map<String, String> properties, Instant now) {
    var contact = new FakeContact(++lastId, properties, now);
    contacts.put(contact.id(), contact);
    index(contact);
    return contact;
  }

  void archive(String id) {
    find(id)
        .ifPresent(
            contact -> {
              contact.archive();
              contact.property("email").ifPresent(email -> byEmail.remove(lower(email)));
            });
  }

  void change(String id, Map<String, String> changes, Instant now) {
    find(id).ifPresent(contact -> change(contact, changes, now));
  }

  private void change(FakeContact contact, Map<String, String> changes, Instant now) {
    contact.property("email").ifPresent(email -> byEmail.remove(lower(email)));
    contact.change(changes, now);
    index(contact);
  }

  private void index(FakeContact contact) {
    contact.property("email").ifPresent(email -> byEmail.put(lower(email), contact.id()));
  }

  Reply create(FakeCall call, Instant now) {
    var properties = Json.of(call).path("properties");
    var flaw = flaw(properties);
    if (flaw.isPresent()) {
      return flaw.get();
    }
    var twin = holder(properties, -1);
    if (twin.isPresent()) {
      return conflict(twin.get());
    }
    made++;
    var contact = put(Json.texts(properties), now);
    return Json.reply(201, contact.record(contact.now(), Json.texts(properties).keySet()));
  }

  Reply patch(FakeCall call, String id, Instant now) {
    var properties = Json.of(call).path("properties");
    var contact = named(call, id);
    var flaw = flaw(properties);
    if (contact.isEmpty() || flaw.isPresent()) {
      return flaw.orElseGet(FakeContacts::missing);
    }
    var twin = holder(properties, contact.get().id());
    if (twin.isPresent()) {
      return conflict(twin.get());
    }
    change(contact.get(), Json.texts(properties), now);
    return Json.reply(
        200, contact.get().record(contact.get().now(), Json.texts(properties).keySet()));
  }

  Reply read(FakeCall call, String id) {
    return named(call, id)
        .map(contact -> Json.reply(200, contact.record(contact.now(), wanted(call))))
        .orElseGet(FakeContacts::missing);
  }

  private Optional<FakeContact> named(FakeCall call, String id) {
    return call.param("idProperty").filter("email"::equals).isPresent()
        ? Optional.ofNullable(byEmail.get(lower(id))).map(contacts::get)
        : find(id);
  }

  Reply list(FakeCall call) {
    var limit = call.param("limit").map(Integer::parseInt).orElse(10);
    if (limit > 100) {
      return Json.error(400, "VALIDATION_ERROR", "limit is at most 100");
    }
    var after = call.param("after").map(Long::parseLong).orElse(0L);
    var body = Json.object();
    var results = body.putArray("results");
    var last = 0L;
    for (var contact : contacts.tailMap(after, false).values()) {
      if (contact.isArchived()) {
        continue;
      }
      if (results.size() == limit) {
        body.putObject("paging").putObject("next").put("after", String.valueOf(last));
        break;
      }
      results.add(contact.record(contact.now(), wanted(call)));
      last = contact.id();
    }
    return Json.reply(200, body);
  }

  private static Collection<String> wanted(FakeCall call) {
    return call.param("properties").map(list -> Arrays.asList(list.split(","))).orElse(USUAL);
  }

  Reply upsert(FakeCall call, Instant now) {
    var body = Json.object().put("status", "COMPLETE");
    var results = body.putArray("results");
    var errors = Json.MAPPER.createArrayNode();
    for (var input : Json.of(call).path("inputs")) {
      var flaw = flaw(input.path("properties"));
      if (flaw.isPresent() || !isEmail(input.path("id").asText())) {
        errors.add(Json.errorBody("VALIDATION_ERROR", "an input is not valid"));
      } else {
        results.add(upserted(input, now));
      }
    }
    body.put("startedAt", now.toString()).put("completedAt", now.toString());
    if (!errors.isEmpty()) {
      body.put("numErrors", errors.size()).set("errors", errors);
    }
    return Json.reply(errors.isEmpty() ? 200 : 207, body);
  }

  private ObjectNode upserted(JsonNode input, Instant now) {
    var properties = Json.texts(input.path("properties"));
    properties.putIfAbsent("email", input.path("id").asText());
    var there = Optional.ofNullable(byEmail.get(lower(input.path("id").asText())));
    if (there.isEmpty()) {
      made++;
    }
    var contact = there.map(contacts::get).orElseGet(() -> put(properties, now));
    var differs = !contact.now().entrySet().containsAll(properties.entrySet());
    if (there.isPresent() && differs) {
      change(contact, properties, now);
    }
    var result = contact.record(contact.now(), properties.keySet());
    Json.text(input, "objectWriteTraceId").ifPresent(id -> result.put("objectWriteTraceId", id));
    return result.put("new", there.isEmpty());
  }

  private Optional<Reply> flaw(JsonNode properties) {
    for (var entry : Json.texts(properties).entrySet()) {
      if (!isKnown(entry.getKey())) {
        return Optional.of(
            Json.error(400, "VALIDATION_ERROR", "Property " + entry.getKey() + " does not exist"));
      }
      var isOwner = entry.getKey().equals("hubspot_owner_id");
      var isBad =
          (entry.getKey().equals("email") && !isEmail(entry.getValue()))
              || (isOwner && !owners.containsKey(entry.getValue()))
              || !properties.path(entry.getKey()).isTextual();
      if (isBad) {
        return Optional.of(Json.error(400, "VALIDATION_ERROR", entry.getValue() + " is not valid"));
      }
    }
    return Optional.empty();
  }

  private static boolean isEmail(String text) {
    return text.matches("[^@\\s]+@[^@\\s]+\\.[a-zA-Z]{2,}") && !text.contains("..");
  }

  private Optional<Long> holder(JsonNode properties, long own) {
    return Json.text(properties, "email")
        .map(email -> byEmail.get(lower(email)))
        .filter(id -> id != own);
  }

  Reply owner(String id) {
    return Optional.ofNullable(owners.get(id))
        .map(email -> Json.reply(200, Json.object().put("id", id).put("email", email)))
        .orElseGet(FakeContacts::missing);
  }

  private static Reply conflict(long id) {
    return Json.error(409, "CONFLICT", "Contact already exists. Existing ID: " + id);
  }

  static Reply missing() {
    return Json.error(404, "OBJECT_NOT_FOUND", "resource not found");
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
