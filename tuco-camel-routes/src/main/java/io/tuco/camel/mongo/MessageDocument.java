package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.event.ChatIds;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Send;
import io.tuco.core.store.WaitingQueue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A message as it lies in {@code messages}. Some fields are there only while there is work to do,
 * or something to be found by, so that the sparse indexes on them hold that and not the archive:
 * {@code waiting} of a message that waits, {@code work} of one that is being sent, {@code
 * owesFollowUp}, the marks and ids that a device's or provider's news is matched by, and {@code
 * reply} of what a person wrote.
 */
final class MessageDocument {

  static final String WAITING = "waiting";
  static final String WORK = "work";

  /** Set past the message, which does not know of it: its lead is gone. */
  static final String FORGOTTEN = "forgotten";

  static final String OWES = "owesFollowUp";
  static final String SENDS = "sends";
  static final String EXTERNAL_IDS = "externalIds";
  static final String TOUCHES = "touches";

  /** Of what a person wrote: who, which line heard it, and its place among all that they wrote. */
  static final String REPLY = "reply";

  /** Made of line and person, so that the messages of a chat are found together. */
  static final String CHAT = "chat";

  static final List<String> OPTIONAL =
      List.of(WAITING, WORK, OWES, SENDS, EXTERNAL_IDS, TOUCHES, REPLY, CHAT, EndedSends.FIELD);

  private MessageDocument() {}

  /**
   * @param laneId ignored for a message that does not wait
   */
  static Document of(Message message, Optional<String> laneId) {
    return new DocumentWriter()
        .put("_id", message.id())
        .put("workspaceId", message.workspaceId())
        .put("direction", message.direction().wire())
        .put("type", message.type().wire())
        .put("status", message.status().wire())
        .put("content", ContentDocument.of(message.content()))
        .put("recipient", RecipientDocument.of(message.recipient()))
        .put("window", WindowDocument.of(message.window()))
        .put("origin", OriginDocument.of(message.origin()))
        .put("timeline", TimelineDocument.of(message.timeline()))
        .put("progress", ProgressDocument.of(message.progress()))
        .put(WAITING, laneId.flatMap(lane -> waiting(message, lane)))
        .put(WORK, work(message).map(Work::wire))
        .put(OWES, owes(message))
        .put(EndedSends.FIELD, EndedSends.of(message))
        .putAny(SENDS, sends(message))
        .putAny(EXTERNAL_IDS, externalIds(message))
        .putAny(TOUCHES, message.progress().contact().touches())
        .put(REPLY, reply(message))
        .put(CHAT, ChatIds.chatOf(message))
        .document();
  }

  static Message read(Document document) {
    var reader = new DocumentReader(document);
    return new Message(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.constant("direction", Direction.values(), Direction::wire),
        reader.constant("type", MessageType.values(), MessageType::wire),
        reader.constant("status", MessageStatus.values(), MessageStatus::wire),
        ContentDocument.read(reader.part("content")),
        RecipientDocument.read(reader.part("recipient")),
        WindowDocument.read(reader.part("window")),
        OriginDocument.read(reader.part("origin")),
        TimelineDocument.read(reader.part("timeline"), HistoryDocument.in(reader)),
        ProgressDocument.read(reader.part("progress")),
        AnnotationsDocument.in(reader));
  }

  private static Optional<Document> waiting(Message message, String laneId) {
    return Optional.of(message)
        .filter(each -> each.status().isWaiting())
        .map(
            each ->
                new DocumentWriter()
                    .put("lane", laneId)
                    .put("queue", WaitingQueue.of(each, laneId).key())
                    .put("due", each.dueAt())
                    .put("id", each.id())
                    .put("line", each.origin().lineId())
                    .put("since", each.bornAt())
                    .put("contact", contact(each))
                    .document());
  }

  /** The line and the lead that a first touch would bring together. */
  private static Optional<String> contact(Message message) {
    return message
        .origin()
        .lineId()
        .filter(line -> message.progress().contact().firstTouch())
        .flatMap(line -> message.origin().leadId().map(lead -> contact(line, lead)));
  }

  static String contact(String lineId, String leadId) {
    return lineId + ":" + leadId;
  }

  private static Optional<Document> reply(Message message) {
    return message
        .person()
        .filter(who -> message.isReply())
        .map(
            who ->
                new DocumentWriter()
                    .put("person", who)
                    .put("heard", heard(message))
                    .put("at", message.timeline().createdAt())
                    .put("id", message.id())
                    .document());
  }

  /** The line that heard it, and the address itself that it came from. */
  private static Optional<String> heard(Message message) {
    var recipient = message.recipient();
    var from =
        recipient.phone().map(Address::value).or(() -> recipient.email().map(Address::value));
    return message.origin().lineId().flatMap(line -> from.map(who -> Touches.mark(line, who)));
  }

  private static Optional<Boolean> owes(Message message) {
    return message.progress().followUp().filter(text -> !text.made()).map(text -> true);
  }

  static List<String> sends(Message message) {
    return Stream.concat(
            message.progress().tries().earlierSends().stream(),
            message.progress().send().map(Send::id).stream())
        .distinct()
        .toList();
  }

  /** The provider's ids of the message and of each part of it. */
  private static List<String> externalIds(Message message) {
    var parts =
        message.progress().send().stream()
            .flatMap(send -> send.parts().stream())
            .flatMap(part -> part.reference().stream());
    return Stream.of(
            message.progress().externalId().stream(),
            message.annotations().arrival().aliases().stream(),
            parts)
        .flatMap(ids -> ids)
        .distinct()
        .toList();
  }

  private static Optional<Work> work(Message message) {
    return message.status() == MessageStatus.SENDING
        ? Optional.of(message.isUnknown() ? Work.UNKNOWN : Work.SENDING)
        : Optional.empty();
  }
}
