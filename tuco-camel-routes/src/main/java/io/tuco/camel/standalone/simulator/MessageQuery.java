package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;

/**
 * A question to the message table (relay contract, section 3). Times are Unix milliseconds, both
 * ends belong to the range. {@code with} and {@code where} are tolerated and change nothing: rows
 * are always complete.
 */
record MessageQuery(
    Optional<ChatGuid> chat, long after, long before, boolean ascending, int offset, int limit) {

  static final int LARGEST_LIMIT = 1000;
  private static final int USUAL_LIMIT = 100;

  static MessageQuery from(JsonNode body) {
    return new MessageQuery(
        Json.string(body, "chatGuid").map(ChatGuid::of),
        body.path("after").asLong(Long.MIN_VALUE),
        body.path("before").asLong(Long.MAX_VALUE),
        body.path("sort").asText("DESC").equals("ASC"),
        body.path("offset").asInt(0),
        body.path("limit").asInt(USUAL_LIMIT));
  }

  static Optional<String> complaint(JsonNode body) {
    return new FieldRules(body)
        .text("chatGuid")
        .oneOf("sort", "ASC", "DESC")
        .atLeast("after", 0)
        .atLeast("before", 1)
        .atLeast("offset", 0)
        .atLeast("limit", 1)
        .atMost("limit", LARGEST_LIMIT)
        .complaint();
  }

  boolean covers(MessageRow row) {
    var created = row.createdAt().toEpochMilli();
    return created >= after && created <= before;
  }

  Comparator<MessageRow> order() {
    var oldestFirst = Comparator.comparing(MessageRow::createdAt).thenComparing(MessageRow::rowId);
    return ascending ? oldestFirst : oldestFirst.reversed();
  }
}
