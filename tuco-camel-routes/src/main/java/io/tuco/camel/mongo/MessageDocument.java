package io.tuco.camel.mongo;

import io.tuco.core.message.Direction;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * A message as it lies in {@code messages}. Two fields are there only while there is work to do, so
 * that the sparse indexes on them hold the work at hand and not the archive: {@code waiting} (lane,
 * due instant, id; line, age) of a message that waits, {@code work} of one that is not done.
 */
final class MessageDocument {

  static final String WAITING = "waiting";
  static final String WORK = "work";
  static final List<String> OPTIONAL = List.of(WAITING, WORK);

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
        .put(WAITING, waiting(message, laneId))
        .put(WORK, work(message).map(Work::wire))
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
        TimelineDocument.read(reader.part("timeline")),
        ProgressDocument.read(reader.part("progress")));
  }

  private static Optional<Document> waiting(Message message, Optional<String> laneId) {
    return Optional.of(message)
        .filter(each -> each.status().isWaiting())
        .map(
            each ->
                new DocumentWriter()
                    .put("lane", laneId)
                    .put("due", each.dueAt())
                    .put("id", each.id())
                    .put("line", each.origin().lineId())
                    .put("since", each.timeline().createdAt())
                    .document());
  }

  private static Optional<Work> work(Message message) {
    if (message.status().isWaiting()) {
      return Optional.of(Work.WAITING);
    }
    if (message.status() != MessageStatus.SENDING) {
      return Optional.empty();
    }
    return Optional.of(message.isUnknown() ? Work.UNKNOWN : Work.SENDING);
  }
}
