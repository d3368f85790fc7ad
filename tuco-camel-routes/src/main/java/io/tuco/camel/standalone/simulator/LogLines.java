package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The lines of the log, written and read: requests, messages that left, other rows, receipts. */
final class LogLines {

  static final String REQUEST = "request";
  static final String SENT = "sent";
  static final String ROW = "row";
  static final String RECEIPT = "receipt";

  private LogLines() {}

  static ObjectNode request(RequestRecord request) {
    return line(REQUEST).setAll(request.json());
  }

  static RequestRecord readRequest(JsonNode line) {
    return new RequestRecord(
        Instant.parse(line.path("at").asText()),
        line.path("device").asText(),
        line.path("method").asText(),
        line.path("path").asText(),
        line.path("body"),
        line.path("dropped").asBoolean());
  }

  static ObjectNode sent(SentMessage message) {
    var line =
        line(SENT)
            .put("n", message.n())
            .put("device", message.device())
            .put("kind", message.kind().wireName())
            .put("tempGuid", message.tempGuid().orElse(null));
    return line.set("row", row(message.row()));
  }

  static SentMessage readSent(JsonNode line) {
    return new SentMessage(
        line.path("n").asLong(),
        line.path("device").asText(),
        SendKind.of(line.path("kind").asText()),
        Json.string(line, "tempGuid"),
        readRow(line));
  }

  /** A row nobody sent: inbound, or refused by the recipient's side. */
  static ObjectNode row(String device, MessageRow row) {
    return line(ROW).put("device", device).set("row", row(row));
  }

  static MessageRow readRow(JsonNode line) {
    var row = line.path("row");
    return new MessageRow(
        row.path("rowId").asLong(),
        row.path("guid").asText(),
        ChatGuid.of(row.path("chat").asText()),
        readBody(row),
        row.path("fromMe").asBoolean(),
        row.path("error").asInt(),
        Instant.ofEpochMilli(row.path("createdAt").asLong()),
        readReceipt(row));
  }

  static ObjectNode receipt(String device, MessageRow row) {
    return receipt(line(RECEIPT).put("device", device).put("guid", row.guid()), row.receipt());
  }

  static Receipt readReceipt(JsonNode node) {
    return new Receipt(instant(node, "deliveredAt"), instant(node, "readAt"));
  }

  private static ObjectNode line(String type) {
    return Json.object().put("type", type);
  }

  private static ObjectNode row(MessageRow row) {
    var body = row.body();
    var node =
        Json.object()
            .put("rowId", row.rowId())
            .put("guid", row.guid())
            .put("chat", row.chat().toString())
            .put("text", body.text())
            .put("fromMe", row.fromMe())
            .put("error", row.error())
            .put("createdAt", row.createdAt().toEpochMilli());
    body.subject().ifPresent(subject -> node.put("subject", subject));
    body.tapback()
        .ifPresent(on -> node.put("reaction", on.reaction()).put("reactionTo", on.guid()));
    node.set("attachments", Json.array(body.attachments(), LogLines::attachment));
    return receipt(node, row.receipt());
  }

  private static MessageBody readBody(JsonNode row) {
    var files = StreamSupport.stream(row.path("attachments").spliterator(), false);
    return new MessageBody(
        row.path("text").asText(),
        Json.string(row, "subject"),
        files.map(LogLines::readAttachment).toList(),
        Json.string(row, "reactionTo")
            .map(guid -> new MessageBody.Tapback(guid, row.path("reaction").asText())));
  }

  private static ObjectNode attachment(AttachmentRow file) {
    return Json.object()
        .put("guid", file.guid())
        .put("name", file.name())
        .put("mimeType", file.mimeType())
        .put("bytes", file.bytes());
  }

  private static AttachmentRow readAttachment(JsonNode node) {
    return new AttachmentRow(
        node.path("guid").asText(),
        node.path("name").asText(),
        node.path("mimeType").asText(),
        node.path("bytes").asLong());
  }

  private static ObjectNode receipt(ObjectNode node, Receipt receipt) {
    receipt.delivered().ifPresent(at -> node.put("deliveredAt", at.toEpochMilli()));
    receipt.read().ifPresent(at -> node.put("readAt", at.toEpochMilli()));
    return node;
  }

  private static Optional<Instant> instant(JsonNode node, String field) {
    return node.has(field)
        ? Optional.of(Instant.ofEpochMilli(node.path(field).asLong()))
        : Optional.empty();
  }
}
