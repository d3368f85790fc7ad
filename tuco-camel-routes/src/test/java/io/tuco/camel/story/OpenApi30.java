package io.tuco.camel.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * An OpenAPI 3.1 document in the words of 3.0: the validator reads no type out of {@code ["string",
 * "null"]}, nor indeed out of any 3.1 schema, and would then let everything pass.
 */
final class OpenApi30 {

  private OpenApi30() {}

  static String of(String document31) throws IOException {
    var mapper = new ObjectMapper();
    var tree = (ObjectNode) mapper.readTree(document31);
    tree.put("openapi", "3.0.3");
    translate(tree);
    return mapper.writeValueAsString(tree);
  }

  private static void translate(JsonNode node) {
    node.forEach(OpenApi30::translate);
    if (node instanceof ObjectNode schema && schema.path("type").isArray()) {
      var types = schema.path("type");
      types.forEach(type -> name(schema, type.asText()));
    }
    // 3.1 lets an array leave its items open; 3.0 wants to hear that anything goes.
    if (node instanceof ObjectNode array
        && array.path("type").asText().equals("array")
        && !array.has("items")) {
      array.putObject("items");
    }
  }

  private static void name(ObjectNode schema, String type) {
    if (type.equals("null")) {
      schema.put("nullable", true);
    } else {
      schema.put("type", type);
    }
  }
}
