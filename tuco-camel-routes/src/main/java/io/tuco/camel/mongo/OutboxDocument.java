package io.tuco.camel.mongo;

import io.tuco.core.event.EventName;
import io.tuco.core.event.InChat;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The events that a message has still to tell: an array in its own document, so that a change and
 * its events are one write. Only a message with events left has {@code outbox} and {@code
 * outboxSince}; what was published lives on in its deliveries.
 */
final class OutboxDocument {

  static final String EVENTS = "outbox";
  static final String SINCE = "outboxSince";

  /** The same for what waits for the stream. */
  static final String STREAM = "stream";

  static final String STREAM_SINCE = "streamSince";

  /** Shows a message without either. */
  static final Document HIDDEN = new Document(EVENTS, 0).append(STREAM, 0);

  /** The fields that {@link #read} needs. */
  static final Document FIELDS =
      new Document("workspaceId", 1).append("origin.correlationId", 1).append(EVENTS, 1);

  /** The fields that {@link #readStreamed} needs. */
  static final Document STREAM_FIELDS =
      new Document("workspaceId", 1)
          .append("origin.correlationId", 1)
          .append(EVENTS + ".seq", 1)
          .append(STREAM, 1);

  private static final String IN_CHAT = "inChat";

  private OutboxDocument() {}

  /** Adds the first events to a new message. */
  static Document into(Document message, List<OutboxEvent> events) {
    since(events).ifPresent(at -> message.append(EVENTS, list(events)).append(SINCE, at));
    return message;
  }

  /** Adds further events to the update of a message. */
  static Document append(Document update, List<OutboxEvent> events) {
    since(events)
        .ifPresent(
            at ->
                update
                    .append("$push", new Document(EVENTS, new Document("$each", list(events))))
                    .append("$min", new Document(SINCE, at)));
    return update;
  }

  static Outbox read(Document document) {
    var reader = new DocumentReader(document);
    return outbox(
        reader,
        reader.parts(EVENTS).stream().map(OutboxDocument::event).collect(Collectors.toList()));
  }

  /** What may go to the stream: nothing after an event whose deliveries are still to be made. */
  static Outbox readStreamed(Document document) {
    var reader = new DocumentReader(document);
    var undrained =
        reader.parts(EVENTS).stream()
            .mapToLong(event -> event.bigNumber("seq"))
            .min()
            .orElse(Long.MAX_VALUE);
    return outbox(
        reader,
        reader.parts(STREAM).stream()
            .map(OutboxDocument::event)
            .filter(event -> event.seq() < undrained)
            .sorted(Comparator.comparing(OutboxEvent::seq))
            .collect(Collectors.toList()));
  }

  private static Outbox outbox(DocumentReader reader, List<OutboxEvent> events) {
    return new Outbox(
        reader.text("workspaceId"),
        reader.text("_id"),
        reader.part("origin").optionalText("correlationId"),
        events);
  }

  static Optional<Date> since(List<OutboxEvent> events) {
    return events.stream().map(OutboxEvent::at).min(Comparator.naturalOrder()).map(Date::from);
  }

  static List<Document> list(List<OutboxEvent> events) {
    return events.stream().map(OutboxDocument::of).collect(Collectors.toList());
  }

  private static Document of(OutboxEvent event) {
    return new DocumentWriter()
        .put("id", event.id())
        .put("name", event.name().wire())
        .put("seq", event.seq())
        .put("at", event.at())
        .put("payload", event.payload())
        .put(IN_CHAT, event.inChat().map(OutboxDocument::of))
        .document();
  }

  private static OutboxEvent event(DocumentReader reader) {
    return new OutboxEvent(
        reader.text("id"),
        reader.constant("name", EventName.values(), EventName::wire),
        reader.bigNumber("seq"),
        reader.instant("at"),
        reader.text("payload"),
        reader.optionalPart(IN_CHAT).map(OutboxDocument::inChat));
  }

  private static Document of(InChat chat) {
    return new DocumentWriter()
        .put("lineId", chat.lineId())
        .put("person", chat.person())
        .put("fromLine", chat.fromLine())
        .put("data", chat.data())
        .document();
  }

  private static InChat inChat(DocumentReader reader) {
    return new InChat(
        reader.text("lineId"), reader.text("person"), reader.flag("fromLine"), reader.text("data"));
  }
}
