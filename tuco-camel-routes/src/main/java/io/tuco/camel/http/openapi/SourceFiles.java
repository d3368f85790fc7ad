package io.tuco.camel.http.openapi;

import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.JsonTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The sources of the documents, one per area; a new area is a file and its name here. */
final class SourceFiles {

  private static final List<String> AREAS =
      List.of(
          "messages",
          "availability",
          "lines",
          "leads",
          "lists",
          "dnc",
          "replies",
          "webhooks",
          "workspace");

  private static final List<String> AREAS_OF_V1 =
      List.of("lines", "messages", "outbox", "chats", "files", "sandbox", "webhooks");

  private SourceFiles() {}

  /** What all operations share. */
  static JsonReader common() {
    return read("common");
  }

  static List<JsonReader> areas() {
    return AREAS.stream().map(SourceFiles::read).toList();
  }

  static JsonReader commonOfV1() {
    return read("v1/common");
  }

  static List<JsonReader> areasOfV1() {
    return AREAS_OF_V1.stream().map(name -> read("v1/" + name)).toList();
  }

  private static JsonReader read(String name) {
    try (var file = SourceFiles.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its own openapi/" + name + ".json");
      }
      return JsonTree.parse(file.readAllBytes())
          .asObject()
          .map(JsonReader::new)
          .orElseThrow(() -> new IllegalStateException(name + ".json is no JSON object"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
