package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One location: which call is whose. */
final class FakeLocation {

  private static final Pattern ONE_CONTACT = Pattern.compile("/contacts/([^/]+)(?:/(tags|notes))?");
  private static final Pattern MESSAGES = Pattern.compile("/conversations/([^/]+)/messages");
  private static final Pattern STATUS = Pattern.compile("/conversations/messages/([^/]+)/status");

  private final String id;
  private final FakeContacts contacts;
  private final FakeConversations conversations;

  FakeLocation(String id) {
    this.id = id;
    contacts = new FakeContacts(id);
    conversations = new FakeConversations(id);
  }

  FakeContacts contacts() {
    return contacts;
  }

  FakeConversations conversations() {
    return conversations;
  }

  Reply answer(FakeCall call, Instant now) {
    if (isForeign(call)) {
      return Json.error(403, "The token does not have access to this location.");
    }
    return switch (call.operation()) {
      case "GET /contacts/search/duplicate" -> contacts.duplicateOf(call, now);
      case "POST /contacts/search" -> FakeSearch.answer(contacts.all(), Json.of(call));
      case "POST /contacts/upsert" -> contacts.upsert(Json.of(call), now);
      case "POST /contacts/" -> contacts.create(Json.of(call), now);
      case "GET /conversations/search" -> conversations.search(call);
      case "POST /conversations/" -> conversations.create(Json.of(call), now);
      case "POST /conversations/messages" -> conversations.outbound(Json.of(call), now);
      case "POST /conversations/messages/inbound" -> conversations.inbound(Json.of(call), now);
      default -> ofOne(call, now);
    };
  }

  private boolean isForeign(FakeCall call) {
    var named =
        call.param("locationId")
            .or(() -> Json.text(Json.of(call), "locationId"))
            .or(() -> after(call.path(), "/locations/"));
    return named.filter(other -> !other.equals(id)).isPresent();
  }

  private static Optional<String> after(String path, String start) {
    return path.startsWith(start) ? Optional.of(path.substring(start.length())) : Optional.empty();
  }

  private Reply ofOne(FakeCall call, Instant now) {
    if (call.operation().equals("GET /locations/" + id)) {
      var body = Json.object();
      body.putObject("location").put("id", id).put("timezone", "America/New_York");
      return Json.reply(200, body);
    }
    var contact = ONE_CONTACT.matcher(call.path());
    if (contact.matches()) {
      return contacts
          .byId(contact.group(1))
          .map(found -> ofContact(call, contact, found, now))
          .orElseGet(() -> Json.error(404, "Contact not found"));
    }
    return matched(MESSAGES, call, thread -> conversations.messagesOf(thread, call))
        .or(() -> matched(STATUS, call, message -> conversations.status(message, Json.of(call))))
        .orElseGet(() -> Json.error(404, "Cannot " + call.operation()));
  }

  private static Optional<Reply> matched(
      Pattern path, FakeCall call, Function<String, Reply> answer) {
    return Optional.of(path.matcher(call.path()))
        .filter(Matcher::matches)
        .map(matcher -> answer.apply(matcher.group(1)));
  }

  private Reply ofContact(FakeCall call, Matcher path, ObjectNode contact, Instant now) {
    var part = path.group(2) == null ? "" : "/" + path.group(2);
    return switch (call.method() + part) {
      case "GET" -> Json.reply(200, Json.object().set("contact", contact.deepCopy()));
      case "PUT" -> contacts.update(contact, Json.of(call), now);
      case "POST/tags" -> contacts.tag(contact, Json.of(call), true, now);
      case "DELETE/tags" -> contacts.tag(contact, Json.of(call), false, now);
      case "POST/notes" -> contacts.note(contact, Json.of(call), now);
      case "GET/notes" -> notes(contact.get("id").asText());
      default -> Json.error(404, "Cannot " + call.operation());
    };
  }

  private Reply notes(String contact) {
    var answer = Json.object();
    var notes = answer.putArray("notes");
    contacts.notesOf(contact).forEach(note -> notes.add(note.deepCopy()));
    return Json.reply(200, answer);
  }
}
