package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A callback somebody registered. Its URL carries a secret: never log or show it. */
record Webhook(int id, String url, List<String> events) {

  private static final String EVERY_EVENT = "*";

  Webhook {
    events = List.copyOf(events);
  }

  boolean wants(String event) {
    return events.contains(EVERY_EVENT) || events.contains(event);
  }

  ObjectNode json() {
    var node = Json.object().put("id", id).put("url", url);
    node.set("events", Json.strings(events));
    return node.put("created", "1970-01-01T00:00:00.000Z");
  }

  static Webhook from(JsonNode node) {
    return new Webhook(
        node.path("id").asInt(), node.path("url").asText(), events(node.path("events")));
  }

  static List<String> events(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Override
  public String toString() {
    return "Webhook[id=" + id + "]";
  }
}
