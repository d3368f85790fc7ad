package io.tuco.camel.mongo;

import io.tuco.core.message.Actor;
import io.tuco.core.message.History;
import io.tuco.core.message.HistoryEntry;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.util.List;
import org.bson.Document;

/**
 * What happened to a message: an array in its own document, so that a change and its entry are one
 * write. An update adds to it what is not there, so that two who write at once both stay in it.
 */
final class HistoryDocument {

  private static final String ENTRIES = "history";
  private static final String LEFT_OUT = "historyLeftOut";

  private HistoryDocument() {}

  /** Adds the first entries to a new message. */
  static Document into(Document stored, Message message) {
    return stored.append(ENTRIES, entries(message)).append(LEFT_OUT, leftOut(message));
  }

  /** Adds what is new to the update of a message; what has grown too long replaces what was. */
  static Document append(Document update, Message message) {
    if (leftOut(message) > 0) {
      into(update.get("$set", Document.class), message);
      return update;
    }
    return update.append(
        "$addToSet", new Document(ENTRIES, new Document("$each", entries(message))));
  }

  static History in(DocumentReader message) {
    return new History(
        message.parts(ENTRIES).stream().map(HistoryDocument::read).toList(),
        message.optionalNumber(LEFT_OUT).orElse(0));
  }

  private static int leftOut(Message message) {
    return message.timeline().history().leftOut();
  }

  private static List<Document> entries(Message message) {
    return message.timeline().history().entries().stream().map(HistoryDocument::of).toList();
  }

  private static Document of(HistoryEntry entry) {
    return new DocumentWriter()
        .put("at", entry.at())
        .put("from", entry.from().map(MessageStatus::wire))
        .put("to", entry.to().wire())
        .put("reason", entry.reason())
        .put("by", entry.by().wire())
        .put("attempt", entry.attempt())
        .put("lineId", entry.lineId())
        .put("detail", entry.detail())
        .document();
  }

  private static HistoryEntry read(DocumentReader entry) {
    return new HistoryEntry(
        entry.instant("at"),
        entry.optionalText("from").map(HistoryDocument::status),
        status(entry.text("to")),
        entry.text("reason"),
        entry.constant("by", Actor.values(), Actor::wire),
        entry.optionalNumber("attempt"),
        entry.optionalText("lineId"),
        entry.optionalText("detail"));
  }

  private static MessageStatus status(String stored) {
    return DocumentReader.constantOf(stored, MessageStatus.values(), MessageStatus::wire);
  }
}
