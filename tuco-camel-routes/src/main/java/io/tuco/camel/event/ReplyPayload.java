package io.tuco.camel.event;

import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.MessageJson;
import io.tuco.camel.json.ReplyJson;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import io.tuco.core.store.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code message.reply} says besides the common fields (webhook contract, section 2). */
final class ReplyPayload {

  /** So many of what was sent before are named. */
  private static final int PARENTS = 2;

  private final MessageEvent event;

  ReplyPayload(MessageEvent event) {
    this.event = event;
  }

  /** The {@code data} object. */
  Map<String, @Nullable Object> data() {
    var fields = new JsonFields();
    talk()
        .ifPresent(
            talk ->
                fields.put(
                    "reply", ReplyJson.of(talk, event.lead().flatMap(lead -> lead.name().full()))));
    return fields
        .put("repliedAtUtc", message().timeline().createdAt())
        .put("parentMessages", parents())
        .tree();
  }

  /** Beside it, at the top. */
  void putExtras(JsonFields fields) {
    var lead = event.lead();
    var recipient = message().recipient();
    fields
        .putIf("firstName", lead.flatMap(known -> known.name().first()))
        .putIf("lastName", lead.flatMap(known -> known.name().last()))
        .putIf(
            "phone",
            recipient
                .phone()
                .or(() -> lead.flatMap(known -> known.addresses().phone()))
                .map(PhoneNumber::value))
        .putIf("listId", lead.map(Lead::listId))
        .putIf("fromLineId", message().origin().lineId())
        .putIf("recipientName", recipient.name())
        .put("repliedAtUtc", message().timeline().createdAt())
        .put("parentMessages", parents())
        .putIf("originalMessageId", original().map(Message::id))
        .putIf("originalMessage", original().map(sent -> sent.content().text()))
        .put("attachmentUrls", MessageJson.urls(message()))
        .put("attachmentNames", MessageJson.names(message()));
  }

  private List<Map<String, @Nullable Object>> parents() {
    return talk().stream()
        .flatMap(talk -> talk.parents().stream())
        .limit(PARENTS)
        .map(ReplyJson::parent)
        .toList();
  }

  private Message message() {
    return event.message();
  }

  private Optional<Reply> talk() {
    return Optional.ofNullable(event.data().get("reply"))
        .filter(Reply.class::isInstance)
        .map(Reply.class::cast);
  }

  private Optional<Message> original() {
    return Optional.ofNullable(event.data().get("original"))
        .filter(Message.class::isInstance)
        .map(Message.class::cast);
  }
}
