package io.tuco.connectors.ghl.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.FakeCall;
import io.tuco.core.crm.FakeCrm.Reply;
import java.util.Optional;

/** JSON as the fake writes it. */
final class Json {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
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
    return Optional.ofNullable(from.get(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(value -> !value.isEmpty());
  }

  static Reply reply(int status, JsonNode body) {
    return Reply.json(status, body.toString());
  }

  static Reply error(int status, String message) {
    return reply(status, object().put("statusCode", status).put("message", message));
  }

  static Reply unprocessable(String message) {
    var body = object().put("statusCode", 422).put("error", "Unprocessable Entity");
    body.putArray("message").add(message);
    return reply(422, body);
  }
}
