package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message that left, as the control endpoint shows it (settled answers, item 3). */
final class SentJson {

  private SentJson() {}

  static ObjectNode json(SentMessage sent) {
    var row = sent.row();
    var node =
        Json.object()
            .put("n", sent.n())
            .put("at", Json.iso(row.createdAt()))
            .put("device", sent.device())
            .put("chatGuid", row.chat().toString())
            .put("address", row.chat().address())
            .put("text", row.body().words());
    node.set("attachments", Json.array(row.body().attachments(), SentJson::attachment));
    sent.tempGuid().ifPresent(guid -> node.put("tempGuid", guid));
    row.body()
        .tapback()
        .ifPresent(on -> node.put("reaction", on.reaction()).put("reactionTo", on.guid()));
    return node.put("guid", row.guid()).put("kind", sent.kind().wireName());
  }

  private static ObjectNode attachment(AttachmentRow file) {
    return Json.object()
        .put("guid", file.guid())
        .put("name", file.name())
        .put("mimeType", file.mimeType())
        .put("bytes", file.bytes());
  }
}
