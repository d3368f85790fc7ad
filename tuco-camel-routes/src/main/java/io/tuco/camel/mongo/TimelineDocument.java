package io.tuco.camel.mongo;

import io.tuco.core.message.History;
import io.tuco.core.message.Timeline;
import org.bson.Document;

/** The instants of a message. */
final class TimelineDocument {

  private TimelineDocument() {}

  static Document of(Timeline timeline) {
    return new DocumentWriter()
        .put("createdAt", timeline.createdAt())
        .put("updatedAt", timeline.updatedAt())
        .put("scheduledFor", timeline.scheduledFor())
        .put("sentAt", timeline.sentAt())
        .put("deliveredAt", timeline.deliveredAt())
        .put("readAt", timeline.readAt())
        .document();
  }

  static Timeline read(DocumentReader reader, History history) {
    return new Timeline(
        reader.instant("createdAt"),
        reader.instant("updatedAt"),
        reader.optionalInstant("scheduledFor"),
        reader.optionalInstant("sentAt"),
        reader.optionalInstant("deliveredAt"),
        reader.optionalInstant("readAt"),
        history);
  }
}
