package io.tuco.camel.json;

import io.tuco.core.message.Message;
import io.tuco.core.store.Reply;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the list of replies (API contract, section 10). */
public final class ReplyJson {

  /** Texts beside the reply itself are cut to so many characters. */
  private static final int LONGEST = 200;

  private ReplyJson() {}

  /**
   * @param name of the lead, where it has one
   */
  public static Map<String, @Nullable Object> of(Reply reply, Optional<String> name) {
    var message = reply.message();
    var recipient = message.recipient();
    return new JsonFields()
        .putOrNull("leadId", message.origin().leadId())
        .put("messageId", message.id())
        .put("message", message.content().text())
        .put("respondedAtUtc", message.timeline().createdAt())
        .putIf("recipientPhone", recipient.phone().map(phone -> phone.value()))
        .putIf("recipientEmail", recipient.email().map(email -> email.value()))
        .putIf("name", name.or(recipient::name))
        .put("recentReplies", reply.recent().stream().map(ReplyJson::recent).toList())
        .put("parentMessages", reply.parents().stream().map(ReplyJson::parent).toList())
        .tree();
  }

  private static Map<String, @Nullable Object> recent(Message reply) {
    return brief(reply).put("receivedAtUtc", reply.timeline().createdAt()).tree();
  }

  /** One of what was sent before the reply, as {@code message.reply} names it too. */
  public static Map<String, @Nullable Object> parent(Message sent) {
    return brief(sent)
        .putIf("sentAtUtc", sent.timeline().sentAt())
        .putIf("batchId", sent.origin().batchId())
        .tree();
  }

  private static JsonFields brief(Message message) {
    return new JsonFields().put("messageId", message.id()).put("message", cut(message));
  }

  private static String cut(Message message) {
    var text = message.content().text();
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
