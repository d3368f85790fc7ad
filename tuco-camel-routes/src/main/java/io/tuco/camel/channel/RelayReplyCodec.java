package io.tuco.camel.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tuco.camel.channel.RelayReply.ServerInfo;
import io.tuco.core.dispatch.DeviceRow;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the relay's envelope; empty when the bytes are not one. */
final class RelayReplyCodec {

  private static final int MAX_DEPTH = 64;
  private static final String FILE_MARK = "\ufffc";

  private final ObjectMapper mapper =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  Optional<RelayReply> read(byte[] body) {
    try {
      return Optional.ofNullable(mapper.readTree(body)).filter(JsonNode::isObject).map(this::reply);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private RelayReply reply(JsonNode envelope) {
    var error = envelope.path("error");
    var data = envelope.path("data");
    return new RelayReply(
        text(error.path("type")),
        text(error.path("message")).orElse(""),
        row(data).filter(sent -> data.path("error").isIntegralNumber()),
        rows(data),
        data.path("available").isBoolean()
            ? Optional.of(data.path("available").booleanValue())
            : Optional.empty(),
        server(data));
  }

  private static Optional<RelayRow> row(JsonNode data) {
    return text(data.path("guid"))
        .filter(guid -> !guid.isBlank())
        .map(
            guid ->
                new RelayRow(
                    guid,
                    words(data),
                    files(data),
                    data.path("error").asInt(0),
                    data.path("isFromMe").asBoolean(false),
                    chatAddress(data)));
  }

  private static List<RelayRow> rows(JsonNode data) {
    var rows = new ArrayList<RelayRow>();
    if (data.isArray()) {
      data.forEach(element -> row(element).ifPresent(rows::add));
    }
    return rows;
  }

  /** The mark that stands for a file is no text. */
  private static String words(JsonNode row) {
    var text = text(row.path("text")).orElse("");
    return text.equals(FILE_MARK) && !row.path("attachments").isEmpty() ? "" : text;
  }

  private static List<DeviceRow.File> files(JsonNode row) {
    var files = new ArrayList<DeviceRow.File>();
    row.path("attachments")
        .forEach(
            file ->
                text(file.path("transferName"))
                    .ifPresent(
                        name ->
                            files.add(
                                new DeviceRow.File(
                                    Normalizer.normalize(name, Normalizer.Form.NFC), size(file)))));
    return files;
  }

  private static Optional<Long> size(JsonNode file) {
    var bytes = file.path("totalBytes");
    return bytes.isIntegralNumber() ? Optional.of(bytes.longValue()) : Optional.empty();
  }

  private static Optional<String> chatAddress(JsonNode row) {
    var chats = row.path("chats");
    var chat = chats.isArray() && !chats.isEmpty() ? chats.get(0) : MissingNode.getInstance();
    return text(chat.path("guid")).map(guid -> guid.substring(guid.lastIndexOf(';') + 1));
  }

  private static Optional<ServerInfo> server(JsonNode data) {
    return data.path("private_api").isBoolean()
        ? Optional.of(
            new ServerInfo(
                data.path("private_api").booleanValue(),
                data.path("helper_connected").asBoolean(false),
                major(data.path("os_version").asText(""))))
        : Optional.empty();
  }

  private static int major(String version) {
    var digits = version.replaceFirst("\\D.*$", "");
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }
}
