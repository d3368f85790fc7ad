package io.tuco.camel.mongo;

import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import org.bson.Document;

/** A lane as it lies in {@code lanes}. */
final class LaneDocument {

  private LaneDocument() {}

  static Document of(Intent intent) {
    return new DocumentWriter()
        .put("sendId", intent.sendId())
        .put("workspaceId", intent.workspaceId())
        .put("messageId", intent.messageId())
        .put("owner", intent.owner())
        .put("startedAt", intent.startedAt())
        .document();
  }

  static Lane read(Document document) {
    var reader = new DocumentReader(document);
    return new Lane(
        reader.text("_id"),
        reader.bigNumber("epoch"),
        reader.optionalPart("inFlight").map(LaneDocument::intent),
        reader.instant("freeAt"));
  }

  private static Intent intent(DocumentReader reader) {
    return new Intent(
        reader.text("sendId"),
        reader.text("workspaceId"),
        reader.text("messageId"),
        reader.text("owner"),
        reader.instant("startedAt"));
  }
}
