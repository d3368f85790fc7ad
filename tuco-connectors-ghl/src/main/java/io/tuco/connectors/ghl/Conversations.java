package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import java.util.Map;
import java.util.Optional;

/**
 * The conversation with a contact, as far as our own provider takes part in it (contract, section
 * 3).
 */
final class Conversations {

  /** {@code SMS}, or {@code Custom} for a provider that was made for a channel of its own. */
  private static final String TYPE = "conversationType";

  private static final int PAGE = 100;
  private static final int PAGES = 5;

  private final GhlCalls calls;

  Conversations(GhlCalls calls) {
    this.calls = calls;
  }

  Dialogue<LoggedActivity> log(
      CrmContext context, CrmActivity activity, String provider, boolean mayBeLogged) {
    if (!mayBeLogged && !activity.kind().isInbound()) {
      return outbound(context, activity, provider);
    }
    return existing(context, activity.contactId())
        .then(
            thread ->
                looked(thread.filter(any -> mayBeLogged), activity)
                    .then(
                        message ->
                            message
                                .map(id -> Dialogue.ended(new LoggedActivity(id, thread)))
                                .orElseGet(() -> written(context, activity, provider, thread))));
  }

  private Dialogue<LoggedActivity> written(
      CrmContext context, CrmActivity activity, String provider, Optional<String> thread) {
    if (!activity.kind().isInbound()) {
      return outbound(context, activity, provider);
    }
    return thread
        .map(Dialogue::ended)
        .orElseGet(() -> made(context, activity.contactId()))
        .then(id -> inbound(context, activity, provider, id));
  }

  private Dialogue<LoggedActivity> outbound(
      CrmContext context, CrmActivity activity, String provider) {
    var body = message(context, activity, provider).put("status", "delivered");
    return Asking.of(calls.once("POST", "/conversations/messages", body), Conversations::logged);
  }

  private Dialogue<LoggedActivity> inbound(
      CrmContext context, CrmActivity activity, String provider, String conversation) {
    var body =
        message(context, activity, provider)
            .put("conversationId", conversation)
            .put("altId", activity.messageId())
            .put("date", activity.at().toString());
    return Asking.of(
        calls.once("POST", "/conversations/messages/inbound", body), Conversations::logged);
  }

  private static ObjectNode message(CrmContext context, CrmActivity activity, String provider) {
    var body =
        GhlJson.object()
            .put("type", context.mapping().option(TYPE).orElse("SMS"))
            .put("contactId", activity.contactId())
            .put("conversationProviderId", provider)
            .put("message", activity.text());
    if (!activity.attachmentUrls().isEmpty()) {
      activity.attachmentUrls().forEach(body.putArray("attachments")::add);
    }
    return body;
  }

  private static Dialogue<LoggedActivity> logged(JsonNode json) {
    return Written.id(json, "messageId")
        .map(id -> new LoggedActivity(id, GhlJson.text(json, "conversationId")));
  }

  private Dialogue<Optional<String>> existing(CrmContext context, String contactId) {
    var query = GhlCalls.query(Map.of("locationId", context.accountId(), "contactId", contactId));
    return Asking.of(
        calls.get("/conversations/search?" + query),
        json ->
            Dialogue.ended(
                GhlJson.elements(json.path("conversations"))
                    .flatMap(each -> GhlJson.text(each, "id").stream())
                    .findFirst()));
  }

  /** GHL keeps one per contact: one that was made meanwhile is refused, and then found. */
  private Dialogue<String> made(CrmContext context, String contactId) {
    var body = GhlJson.object().put("locationId", context.accountId()).put("contactId", contactId);
    return Asking.of(
        calls.repeatable("POST", "/conversations/", body),
        json -> Written.id(json.path("conversation"), "id"),
        refusal ->
            existing(context, contactId)
                .then(found -> found.map(Dialogue::ended).orElseGet(refusal::broken)));
  }

  private Dialogue<Optional<String>> looked(Optional<String> thread, CrmActivity activity) {
    return thread.isEmpty()
        ? Dialogue.ended(Optional.empty())
        : looked(thread.get(), activity, Map.of("limit", Integer.toString(PAGE)), PAGES);
  }

  /** From the newest on, until the activity would have come. */
  private Dialogue<Optional<String>> looked(
      String thread, CrmActivity activity, Map<String, String> query, int pages) {
    var path = "/conversations/" + GhlCalls.encoded(thread) + "/messages?";
    return Asking.of(
        calls.get(path + GhlCalls.query(query)),
        json -> {
          var page = MessagePage.of(json);
          var found = page.find(activity);
          return found.isPresent() || pages <= 1 || page.isLastFor(activity)
              ? Dialogue.ended(found)
              : looked(thread, activity, page.next(PAGE), pages - 1);
        });
  }
}
