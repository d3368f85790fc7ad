package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The few words of JSON the simulator speaks, on top of Jackson's tree. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> each) {
    var array = MAPPER.createArrayNode();
    values.forEach(value -> array.add(each.apply(value)));
    return array;
  }

  static ArrayNode strings(List<String> values) {
    return array(values, MAPPER.getNodeFactory()::textNode);
  }

  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** For the shapes written down in this package, which do parse. */
  static ObjectNode literal(String text) {
    try {
      return (ObjectNode) parse(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + text, e);
    }
  }

  static String text(JsonNode node) {
    return node.toString();
  }

  /** A string field that says something; absent, null and empty are the same here. */
  static Optional<String> string(JsonNode node, String field) {
    var value = node.path(field).asText("");
    return node.hasNonNull(field) && !value.isEmpty() ? Optional.of(value) : Optional.empty();
  }

  /** ISO-8601 in UTC, always with three digits for the millisecond. */
  static String iso(Instant instant) {
    return MILLIS.format(instant);
  }
}
