package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conversations of one location (contract, section 3). */
final class FakeConversations {

  private final String location;
  private final Map<String, ObjectNode> conversations = new LinkedHashMap<>();
  private final Map<String, ObjectNode> messages = new LinkedHashMap<>();
  private final Set<String> ownProviders = new HashSet<>();

  private int sentByGhl;

  FakeConversations(String location) {
    this.location = location;
  }

  void ownProvider(String id) {
    ownProviders.add(id);
  }

  /** Messages that GHL itself would have sent to the person: there must never be one. */
  int sentByGhl() {
    return sentByGhl;
  }

  List<ObjectNode> messages() {
    return List.copyOf(messages.values());
  }

  /** A message that a user of GHL has sent through our provider, and waits for. */
  String ordered(String contact, String text, Instant now) {
    return store(conversationOf(contact, now), text, "outbound", "pending", Json.object(), now)
        .get("id")
        .asText();
  }

  Reply search(FakeCall call) {
    var answer = Json.object();
    var found = answer.putArray("conversations");
    conversations.values().stream()
        .filter(each -> each.get("contactId").asText().equals(call.param("contactId").orElse("")))
        .forEach(each -> found.add(each.deepCopy()));
    return Json.reply(200, answer.put("total", found.size()));
  }

  Reply create(ObjectNode body, Instant now) {
    var contact = body.path("contactId").asText();
    if (existing(contact).isPresent()) {
      return Json.error(400, "Conversation already exists");
    }
    var answer = Json.object().put("success", true);
    answer.set("conversation", conversationOf(contact, now).deepCopy());
    return Json.reply(201, answer);
  }

  private Optional<ObjectNode> existing(String contact) {
    return conversations.values().stream()
        .filter(each -> each.get("contactId").asText().equals(contact))
        .findFirst();
  }

  private ObjectNode conversationOf(String contact, Instant now) {
    return existing(contact)
        .orElseGet(
            () -> {
              var id = "conversation-" + location + "-" + (conversations.size() + 1);
              var made =
                  Json.object()
                      .put("id", id)
                      .put("contactId", contact)
                      .put("locationId", location)
                      .put("dateAdded", now.toString());
              conversations.put(id, made);
              return made;
            });
  }

  Reply outbound(ObjectNode body, Instant now) {
    var provider = body.path("conversationProviderId").asText();
    if (!ownProviders.contains(provider)) {
      sentByGhl++;
    }
    var conversation = conversationOf(body.path("contactId").asText(), now);
    var status = body.path("status").asText("pending");
    var message = store(conversation, body.path("message").asText(), "outbound", status, body, now);
    return Json.reply(
        200,
        Json.object()
            .put("conversationId", conversation.get("id").asText())
            .put("messageId", message.get("id").asText())
            .put("status", status));
  }

  Reply inbound(ObjectNode body, Instant now) {
    var conversation = conversations.get(body.path("conversationId").asText());
    if (conversation == null || !conversation.get("contactId").equals(body.path("contactId"))) {
      return Json.error(400, "Conversation not found");
    }
    if (!ownProviders.contains(body.path("conversationProviderId").asText())) {
      return Json.error(400, "Conversation provider not found");
    }
    var at = body.has("date") ? Instant.parse(body.get("date").asText()) : now;
    var message =
        store(conversation, body.path("message").asText(), "inbound", "delivered", body, at);
    return Json.reply(
        200,
        Json.object()
            .put("success", true)
            .put("conversationId", conversation.get("id").asText())
            .put("messageId", message.get("id").asText())
            .put("message", "Message added")
            .put("contactId", body.path("contactId").asText()));
  }

  List<ObjectNode> echoes() {
    return messages.values().stream()
        .filter(each -> each.get("direction").asText().equals("outbound"))
        .filter(each -> each.has("conversationProviderId"))
        .map(
            each ->
                Json.object()
                    .put("contactId", each.get("contactId").asText())
                    .put("locationId", location)
                    .put("messageId", each.get("id").asText())
                    .put("type", "SMS")
                    .put("message", each.get("body").asText()))
        .toList();
  }

  private ObjectNode store(
      ObjectNode conversation,
      String text,
      String direction,
      String status,
      ObjectNode body,
      Instant at) {
    var id = "message-" + location + "-" + (messages.size() + 1);
    var message =
        Json.object()
            .put("id", id)
            .put("type", 2)
            .put("messageType", "TYPE_SMS")
            .put("locationId", location)
            .put("contactId", conversation.get("contactId").asText())
            .put("conversationId", conversation.get("id").asText())
            .put("dateAdded", at.toString())
            .put("body", text)
            .put("direction", direction)
            .put("status", status)
            .put("contentType", "text/plain");
    Json.text(body, "conversationProviderId")
        .ifPresent(provider -> message.put("conversationProviderId", provider));
    Json.text(body, "altId").ifPresent(alt -> message.put("altId", alt));
    if (body.has("attachments")) {
      message.set("attachments", body.get("attachments"));
    }
    messages.put(id, message);
    return message;
  }

  /**
   * The newest first, in the shape that GHL really answers with: one level deeper than its file.
   */
  Reply messagesOf(String conversation, FakeCall call) {
    if (!conversations.containsKey(conversation)) {
      return Json.error(404, "Conversation not found");
    }
    var newest = new ArrayList<ObjectNode>();
    messages.values().stream()
        .filter(each -> each.get("conversationId").asText().equals(conversation))
        .forEach(each -> newest.add(0, each));
    var last = call.param("lastMessageId");
    var after =
        last.map(
                id -> newest.stream().map(each -> each.get("id").asText()).toList().indexOf(id) + 1)
            .orElse(0);
    var limit = call.param("limit").map(Integer::parseInt).orElse(20);
    var page = newest.subList(after, Math.min(newest.size(), after + limit));
    var answer = Json.object();
    var inner = answer.putObject("messages");
    inner.put("lastMessageId", page.isEmpty() ? "" : page.get(page.size() - 1).get("id").asText());
    inner.put("nextPage", after + page.size() < newest.size());
    page.forEach(each -> inner.withArray("messages").add(each.deepCopy()));
    return Json.reply(200, answer);
  }

  Reply status(String id, ObjectNode body) {
    var message = messages.get(id);
    if (message == null) {
      return Json.error(404, "Message not found");
    }
    message.put("status", body.path("status").asText());
    if (body.has("error")) {
      message.set("error", body.get("error"));
    }
    return Json.reply(
        200,
        Json.object()
            .put("conversationId", message.get("conversationId").asText())
            .put("messageId", id)
            .put("status", message.get("status").asText()));
  }
}
