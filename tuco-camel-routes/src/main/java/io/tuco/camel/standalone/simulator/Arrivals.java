package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What comes from the other end: messages people write, and news of what became of ours. */
final class Arrivals {

  private final RelayState state;
  private final Ledger ledger;

  Arrivals(RelayState state, Ledger ledger) {
    this.state = state;
    this.ledger = ledger;
  }

  /**
   * {@code {address, text, attachments?, device?}}; an attachment is a name, or {@code {name,
   * mimeType?, base64?}}.
   */
  Future<Arrival> receive(JsonNode input) {
    var files = input.path("attachments");
    var complaint =
        new FieldRules(input)
            .required("address")
            .text("address")
            .text("text")
            .array("attachments")
            .refuseIf(!input.path("device").asText("a").matches("[a-z0-9-]+"), "No such device.")
            .refuseIf(
                Json.string(input, "text").isEmpty() && files.isEmpty(),
                "The text field is required.")
            .complaint();
    if (complaint.isPresent()) {
      return Future.succeededFuture(Arrival.refused(complaint.get()));
    }
    var device = state.device(Json.string(input, "device").orElse(RelayState.DEFAULT_DEVICE));
    var chat = ChatGuid.of(input.path("address").asText());
    var text = Json.string(input, "text").orElse(MessageBody.OBJECT_REPLACEMENT);
    return ledger.receive(device, chat, text, uploads(files)).map(row -> Arrival.of(device, row));
  }

  /** {@code {guid, delivered?, read?}}; told once for each of the two that is true. */
  Future<Arrival> receipt(JsonNode input) {
    var guid = input.path("guid").asText("");
    var news = new ArrayList<String>(List.of("delivered", "read"));
    news.removeIf(name -> !input.path(name).asBoolean());
    if (news.isEmpty()) {
      return Future.succeededFuture(Arrival.refused("A receipt says delivered, read or both."));
    }
    return state
        .deviceWith(guid)
        .map(device -> receipt(device, device.table().find(guid).orElseThrow(), news))
        .orElseGet(
            () -> Future.succeededFuture(Arrival.refused("There is no message " + guid + ".")));
  }

  private Future<Arrival> receipt(RelayDevice device, MessageRow row, List<String> news) {
    var told = Future.succeededFuture(row);
    for (var one : news) {
      told = told.compose(known -> ledger.note(device, known, receipt(known, one)));
    }
    return told.map(known -> Arrival.of(device, known));
  }

  private Receipt receipt(MessageRow row, String news) {
    return news.equals("read")
        ? row.receipt().readAt(ledger.now())
        : row.receipt().deliveredAt(ledger.now());
  }

  private static List<Upload> uploads(JsonNode files) {
    var uploads = new ArrayList<Upload>();
    files.forEach(file -> uploads.add(upload(file)));
    return uploads;
  }

  private static Upload upload(JsonNode file) {
    var name = file.isTextual() ? file.asText() : file.path("name").asText("file");
    var type = file.path("mimeType").asText("application/octet-stream");
    var bytes =
        Json.string(file, "base64")
            .map(Base64.getDecoder()::decode)
            .map(Buffer::buffer)
            .orElseGet(() -> Buffer.buffer("simulated " + name));
    return new Upload(name, type, bytes);
  }

  /** The row that came of it, or why nothing did. */
  record Arrival(ObjectNode json, Optional<String> complaint) {

    static Arrival of(RelayDevice device, MessageRow row) {
      var json = Json.object().put("device", device.name()).put("guid", row.guid());
      return new Arrival(json, Optional.empty());
    }

    static Arrival refused(String complaint) {
      return new Arrival(Json.object(), Optional.of(complaint));
    }
  }
}
