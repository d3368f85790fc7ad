package io.tuco.camel.mongo;

import io.tuco.core.intake.SendMark;
import org.bson.Document;

/** What was last sent to whom, as it lies in {@code send_marks}. */
final class SendMarkDocument {

  static final String MESSAGE_ID = "messageId";
  static final String AT = "at";

  private SendMarkDocument() {}

  static String id(SendMark mark) {
    return mark.workspaceId() + ":" + mark.phone().value() + ":" + mark.textHash();
  }

  static Document of(SendMark mark) {
    return new DocumentWriter()
        .put("_id", id(mark))
        .put("workspaceId", mark.workspaceId())
        .put("phone", mark.phone())
        .put("textHash", mark.textHash())
        .put(MESSAGE_ID, mark.messageId())
        .put(AT, mark.at())
        .document();
  }

  static SendMark read(Document document) {
    var reader = new DocumentReader(document);
    return new SendMark(
        reader.text("workspaceId"),
        reader.phone("phone").orElseThrow(),
        reader.text("textHash"),
        reader.text(MESSAGE_ID),
        reader.instant(AT));
  }
}
