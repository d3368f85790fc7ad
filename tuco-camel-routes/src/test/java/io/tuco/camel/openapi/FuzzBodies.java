package io.tuco.camel.openapi;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies made from a schema: some that fit it, some with a flaw, some that are no JSON. */
final class FuzzBodies {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper PLAIN = new ObjectMapper();
  private static final ObjectMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ApiDocument document;
  private final Random random;

  FuzzBodies(ApiDocument document, Random random) {
    this.document = document;
    this.random = random;
  }

  byte[] of(DocumentedOperation operation) {
    var body =
        random.nextInt(4) == 0
            ? operation.exampleBody().deepCopy()
            : value(operation.bodySchema(), "", 0);
    for (var flaws = Math.max(0, random.nextInt(5) - 2); flaws > 0; flaws--) {
      body = flawed(body);
    }
    return random.nextInt(12) == 0 ? broken(text(body)) : text(body).getBytes(UTF_8);
  }

  private JsonNode value(JsonNode schema, String name, int depth) {
    if (schema.has("x-id-of")) {
      return ids(schema);
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    if (schema.has("anyOf")) {
      return value(
          schema.path("anyOf").path(random.nextInt(schema.path("anyOf").size())), name, depth);
    }
    if (schema.has("$ref") && !schema.has("properties")) {
      return value(document.resolved(schema), name, depth);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, name, depth);
      case "integer" -> number(schema);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> JSON.textNode(FuzzWords.text(name, random));
    };
  }

  private String type(JsonNode schema) {
    var type = schema.path("type");
    if (!type.isArray()) {
      return type.asText("string");
    }
    return type.path(random.nextInt(8) == 0 ? type.size() - 1 : 0).asText();
  }

  private JsonNode ids(JsonNode schema) {
    var kind = schema.path("x-id-of").asText();
    if (!"array".equals(type(document.resolved(schema)))) {
      return JSON.textNode(FuzzWords.id(kind, random));
    }
    var ids = JSON.arrayNode();
    for (var count = random.nextInt(4); count > 0; count--) {
      ids.add(FuzzWords.id(kind, random));
    }
    return ids;
  }

  private JsonNode object(JsonNode schema, int depth) {
    var object = JSON.objectNode();
    if (schema.has("$ref")) {
      object.setAll((ObjectNode) value(document.resolved(schema), "", depth));
    }
    var required = schema.path("required").toString();
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              var name = property.getKey();
              if (required.contains("\"" + name + "\"") || random.nextInt(4) == 0) {
                object.set(name, value(property.getValue(), name, depth + 1));
              }
            });
    if (schema.path("additionalProperties").isObject()) {
      object.set(FuzzWords.strange(random), FuzzWords.anything(random));
    }
    return object;
  }

  private JsonNode array(JsonNode schema, String name, int depth) {
    var items = JSON.arrayNode();
    var most = Math.max(1, 4 - depth);
    for (var count = random.nextInt(most + 1); count > 0; count--) {
      items.add(value(schema.path("items"), name, depth + 1));
    }
    return items;
  }

  private JsonNode number(JsonNode schema) {
    var least = schema.path("minimum").asInt(0);
    var most = schema.path("maximum").asInt(100);
    return JSON.numberNode(
        FuzzWords.pick(List.of(least, most, least - 1, most + 1, (least + most) / 2), random));
  }

  /** The same with something in it exchanged, taken out or added. */
  private JsonNode flawed(JsonNode body) {
    var places = new ArrayList<JsonNode>();
    collectContainers(body, places);
    if (places.isEmpty() || random.nextInt(15) == 0) {
      return FuzzWords.anything(random);
    }
    var place = FuzzWords.pick(places, random);
    if (place instanceof ArrayNode items) {
      items.insert(items.isEmpty() ? 0 : random.nextInt(items.size()), FuzzWords.anything(random));
    } else if (place instanceof ObjectNode object) {
      exchange(object);
    }
    return body;
  }

  private void exchange(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(6) == 0) {
      object.set(FuzzWords.strange(random), FuzzWords.anything(random));
    } else if (random.nextInt(5) == 0) {
      object.remove(FuzzWords.pick(names, random));
    } else {
      object.set(FuzzWords.pick(names, random), FuzzWords.anything(random));
    }
  }

  private static void collectContainers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> collectContainers(child, found));
    }
  }

  private byte[] broken(String text) {
    var bytes = text.getBytes(UTF_8);
    return switch (random.nextInt(10)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> (text + " {}").getBytes(UTF_8);
      case 2 -> text.replaceFirst("\\{", "{\"message\":\"a\",\"message\":\"b\",").getBytes(UTF_8);
      case 3 -> ("\uFEFF" + text).getBytes(UTF_8);
      case 4 -> text.getBytes(UTF_16);
      case 5 -> text.replace('"', '\'').getBytes(UTF_8);
      case 6 -> text.replaceFirst(":", ":NaN,\"x\":").getBytes(UTF_8);
      case 7 -> text.replaceFirst(":", ":" + "1".repeat(40) + ",\"x\":").getBytes(UTF_8);
      case 8 -> random.nextInt(20) == 0 ? new byte[300 * 1024] : new byte[0];
      default -> scribbled(bytes);
    };
  }

  private byte[] scribbled(byte[] bytes) {
    for (var count = 1 + random.nextInt(3); count > 0 && bytes.length > 0; count--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private String text(JsonNode body) {
    try {
      return (random.nextBoolean() ? PLAIN : ESCAPING).writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
