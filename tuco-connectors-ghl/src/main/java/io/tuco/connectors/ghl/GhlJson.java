package io.tuco.connectors.ghl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON as GHL writes it: a value that is not there may also be null, blank, or say "null". */
final class GhlJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private GhlJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Empty when it is no JSON, or only the beginning of some; nothing at all is missing. */
  static Optional<JsonNode> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(MissingNode.getInstance());
    }
    try {
      return Optional.ofNullable(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static Optional<String> text(JsonNode from, String name) {
    return text(from.path(name));
  }

  /** The first of these names that says something. */
  static Optional<String> text(JsonNode from, String name, String... others) {
    return Stream.concat(Stream.of(name), Stream.of(others))
        .flatMap(each -> text(from, each).stream())
        .findFirst();
  }

  static Optional<String> text(JsonNode value) {
    return Optional.of(value)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(said -> !said.isBlank() && !said.equals("null"));
  }

  static Optional<Boolean> flag(JsonNode from, String name) {
    return text(from, name)
        .flatMap(
            said ->
                switch (said) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  /** An array, or one text with commas. */
  static List<String> texts(JsonNode value) {
    var parts =
        value.isArray()
            ? elements(value).flatMap(each -> text(each).stream())
            : text(value).stream().flatMap(said -> Stream.of(said.split(",")));
    return parts.map(String::strip).filter(each -> !each.isEmpty()).collect(Collectors.toList());
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
