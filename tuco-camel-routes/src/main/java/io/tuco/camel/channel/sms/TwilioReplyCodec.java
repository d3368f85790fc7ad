package io.tuco.camel.channel.sms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.channel.sms.TwilioReply.Page;
import io.tuco.camel.channel.sms.TwilioReply.Row;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Twilio's JSON; empty when the bytes are no JSON object. */
final class TwilioReplyCodec {

  private static final int MAX_DEPTH = 64;
  private static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");

  private final ObjectMapper mapper =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  Optional<TwilioReply> read(byte[] body) {
    try {
      return Optional.ofNullable(mapper.readTree(body))
          .filter(JsonNode::isObject)
          .map(TwilioReplyCodec::reply);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static TwilioReply reply(JsonNode answer) {
    return new TwilioReply(number(answer.path("code")), row(answer), page(answer));
  }

  private static Optional<Page> page(JsonNode answer) {
    var messages = answer.path("messages");
    if (!messages.isArray()) {
      return Optional.empty();
    }
    var rows = new ArrayList<Row>();
    messages.forEach(each -> row(each).ifPresent(rows::add));
    // A row that cannot be read may be the one that is asked for.
    var whole = rows.size() == messages.size() && !answer.path("next_page_uri").isTextual();
    return Optional.of(new Page(rows, whole));
  }

  private static Optional<Row> row(JsonNode node) {
    var sid = node.path("sid").asText("");
    var status = node.path("status").asText("");
    return SID.matcher(sid).matches() && !status.isEmpty()
        ? Optional.of(
            new Row(
                sid,
                status,
                node.path("body").asText(""),
                node.path("to").asText(""),
                number(node.path("error_code")),
                instant(node.path("date_created").asText(""))))
        : Optional.empty();
  }

  private static Optional<Integer> number(JsonNode node) {
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  private static Optional<Instant> instant(String rfc2822) {
    try {
      return Optional.of(
          ZonedDateTime.parse(rfc2822, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
