package io.tuco.connectors.hubspot.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON as the fake writes it. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The body; an empty object when it is none. */
  static ObjectNode of(FakeCall call) {
    try {
      return MAPPER.readTree(call.text()) instanceof ObjectNode object ? object : object();
    } catch (JsonProcessingException e) {
      return object();
    }
  }

  static Optional<String> text(JsonNode from, String name) {
    return Optional.of(from.path(name))
        .filter(node -> node.isValueNode() && !node.isNull())
        .map(JsonNode::asText)
        .filter(value -> !value.isEmpty());
  }

  static Map<String, String> texts(JsonNode from) {
    var texts = new LinkedHashMap<String, String>();
    from.fields().forEachRemaining(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  static Reply reply(int status, JsonNode body) {
    return Reply.json(status, body.toString());
  }

  /** An error as HubSpot writes it (HubSpot contract, section 1). */
  static Reply error(int status, String category, String message) {
    return reply(status, errorBody(category, message));
  }

  static ObjectNode errorBody(String category, String message) {
    return object()
        .put("status", "error")
        .put("message", message)
        .put("correlationId", "aeb5f871-7f07-4993-9211-075dc63e7cbf")
        .put("category", category);
  }
}
