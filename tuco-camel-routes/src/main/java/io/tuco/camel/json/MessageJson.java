package io.tuco.camel.json;

import io.tuco.core.line.Line;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Heard;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.SmsSegments;
import io.tuco.core.message.WindowSettings;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The message document (API contract, section 4): what clients and events see of a message, and
 * nothing of how it is sent.
 */
public final class MessageJson {

  private MessageJson() {}

  public static Map<String, @Nullable Object> of(Message message) {
    return of(message, Optional.empty());
  }

  /**
   * The document with the addresses of the line it leaves from.
   *
   * @param line the line the message names, where it is known
   */
  public static Map<String, @Nullable Object> of(Message message, Optional<Line> line) {
    var fields = new JsonFields();
    putContent(fields, message);
    putPeople(fields, message, line);
    putPlan(fields, message);
    putOutcome(fields, message);
    putTraces(fields, message);
    putOurs(fields, message);
    return fields.tree();
  }

  /** In how many parts the network carries a text; empty for what is no text message. */
  public static Optional<Integer> segments(MessageType type, String text) {
    return type == MessageType.SMS ? Optional.of(SmsSegments.of(text).count()) : Optional.empty();
  }

  private static void putContent(JsonFields fields, Message message) {
    var subject = message.content().subject();
    fields
        .put("_id", message.id())
        .put("message", message.content().text())
        .putIf("subject", subject.filter(text -> message.type() == MessageType.EMAIL))
        .put("messageType", message.type().wire())
        .putIf("segments", segments(message.type(), message.content().text()))
        .put("status", message.status().wire())
        .put("direction", message.direction().wire());
  }

  private static void putPeople(JsonFields fields, Message message, Optional<Line> line) {
    var recipient = message.recipient();
    var origin = message.origin();
    fields
        .putIf("fromLineId", origin.lineId())
        .putIf("fromLinePhone", line.flatMap(Line::phone).map(phone -> phone.value()))
        .putIf("fromLineEmail", line.flatMap(Line::email).map(email -> email.value()))
        .putIf("recipientPhone", recipient.phone().map(phone -> phone.value()))
        .putIf("recipientEmail", recipient.email().map(email -> email.value()))
        .putIf("recipientName", recipient.name())
        .putIf("leadId", origin.leadId())
        .put("workspaceId", message.workspaceId())
        .putIf("createdByUserId", origin.createdByUserId());
  }

  private static void putPlan(JsonFields fields, Message message) {
    var settings = settings(message.window());
    fields
        .putIf("scheduledDate", message.timeline().scheduledFor())
        .putIf("batchId", message.origin().batchId())
        .putIf("settings", Optional.of(settings).filter(given -> !given.isEmpty()));
  }

  private static void putOutcome(JsonFields fields, Message message) {
    var timeline = message.timeline();
    fields
        .putIf("sentAt", timeline.sentAt())
        .putIf("deliveredAt", timeline.deliveredAt())
        .putIf("readAt", timeline.readAt())
        .putIf("externalMessageId", message.progress().externalId())
        .putIf("errorMessage", message.progress().errorMessage())
        .putIf("checkedAddresses", message.checkedAddresses());
  }

  private static void putTraces(JsonFields fields, Message message) {
    var crm = message.origin().crm();
    var fallback = Optional.of(message.origin().fallbackSmsOnFailed()).filter(asked -> asked);
    fields
        .putIf("attachmentUrls", urls(message))
        .putIf("attachmentNames", names(message))
        .putIf("sendFallbackSmsOnFailed", fallback)
        .putIf("hsContactId", crm.hsContactId())
        .putIf("hsPortalId", crm.hsPortalId())
        .putIf("ghlContactId", crm.ghlContactId())
        .putIf("ghlLocationId", crm.ghlLocationId())
        .putIf("ghlConversationMessageId", message.annotations().ghlMessageId())
        .put("createdAt", message.timeline().createdAt())
        .put("updatedAt", message.timeline().updatedAt());
  }

  /** What we add to the documented fields. */
  private static void putOurs(JsonFields fields, Message message) {
    var progress = message.progress();
    var waiting = message.status().isWaiting();
    fields
        .putIf("outcome", Optional.of("unknown").filter(word -> message.isUnknown()))
        .putIf("reason", progress.reason())
        .putIf("nextAttemptAt", progress.nextAttemptAt().filter(at -> waiting))
        .putIf("fallbackMessageId", progress.followUp().map(text -> text.messageId()))
        .putIf("fallbackOf", message.origin().fallbackOf())
        .putIf("attempts", Optional.of(progress.attempts()).filter(count -> count > 0))
        .putIf("automaticAnswer", message.origin().answer().map(AutomaticAnswer::wire))
        .putIf(
            "needsReview", message.content().heard().map(Heard::needsReview).filter(asked -> asked))
        .put("correlationId", message.origin().correlationId())
        .putAll(AnnotationsJson.of(message.annotations()));
  }

  private static Map<String, @Nullable Object> settings(WindowSettings window) {
    return new JsonFields()
        .putIf("timezone", window.zone().map(zone -> zone.getId()))
        .putIf("sendWindowStart", window.start().map(Object::toString))
        .putIf("sendWindowEnd", window.end().map(Object::toString))
        .putIf("allowedDaysOfWeek", days(window))
        .tree();
  }

  /** The contract counts from Sunday = 0, java.time to Sunday = 7. */
  private static List<Integer> days(WindowSettings window) {
    return window.days().stream().map(DayOfWeek::getValue).map(day -> day % 7).sorted().toList();
  }

  /** Of what came in, also of files that lie where they came in. */
  public static List<String> urls(Message message) {
    return Stream.concat(
            message.content().attachments().stream().map(Attachment::url),
            message.annotations().arrival().files().stream().flatMap(file -> file.url().stream()))
        .toList();
  }

  /** Of what came in, also of files that lie where they came in. */
  public static List<String> names(Message message) {
    var names =
        Stream.concat(
                message.content().attachments().stream().map(Attachment::name),
                message.annotations().arrival().files().stream().map(ReceivedFile::name))
            .toList();
    return names.stream().anyMatch(Optional::isPresent)
        ? names.stream().map(name -> name.orElse("")).toList()
        : List.of();
  }
}
