package io.tuco.camel.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.json.EcmaScriptJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code demo.json} to read and to write. */
final class DemoNoteJson {

  private DemoNoteJson() {}

  static String write(DemoNote note) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("baseUrl", note.baseUrl());
    tree.put("adminToken", note.adminToken());
    tree.put("apiKey", note.apiKey());
    tree.put("workspaceId", note.workspaceId());
    tree.put("lineIds", note.lineIds());
    tree.put("relayUrl", note.relay().relayUrl());
    tree.put("relayControlUrl", note.relay().controlUrl());
    tree.put("relayPassword", SimulatorProcess.PASSWORD);
    tree.put("relayPid", note.relay().pid());
    tree.put("relayPort", note.relay().port());
    return EcmaScriptJson.stringify(tree) + "\n";
  }

  /** Empty when it is not a note of ours; the demo is made anew then. */
  static Optional<DemoNote> read(String text) {
    try {
      return Optional.of(new ObjectMapper().readTree(text))
          .filter(tree -> tree.path("workspaceId").isTextual())
          .map(DemoNoteJson::note);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static DemoNote note(JsonNode tree) {
    return new DemoNote(
        tree.path("baseUrl").asText(),
        tree.path("adminToken").asText(),
        tree.path("apiKey").asText(),
        tree.path("workspaceId").asText(),
        texts(tree.path("lineIds")),
        new SimulatorNote(tree.path("relayPid").asLong(), tree.path("relayPort").asInt()));
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
