package io.tuco.camel.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the API says of a run's messages, again and again. */
final class Watch {

  private static final Set<String> FINAL =
      Set.of("sent", "delivered", "fallback", "failed", "cancelled");
  private static final String UNKNOWN = "unknown";

  private final KillWorld world;
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> inDoubt = new HashSet<>();
  private Map<String, String> states = Map.of();

  Watch(KillWorld world) {
    this.world = world;
  }

  /** A message that was accepted, by its id. */
  void follow(String id, String text) {
    texts.put(id, text);
  }

  Map<String, String> texts() {
    return texts;
  }

  /** By id: the status, or {@code unknown}. */
  Map<String, String> look() throws IOException {
    var seen = new HashMap<String, String>();
    for (JsonNode message : world.api().get("/api/messages?limit=100").body().path("messages")) {
      var id = message.path("_id").asText();
      if (texts.containsKey(id)) {
        seen.put(id, stateOf(message));
      }
    }
    seen.forEach(
        (id, state) -> {
          if (state.equals(UNKNOWN)) {
            inDoubt.add(texts.get(id));
          }
        });
    states = seen;
    return seen;
  }

  private static String stateOf(JsonNode message) {
    return Optional.of(message.path("outcome").asText())
        .filter(UNKNOWN::equals)
        .orElseGet(() -> message.path("status").asText());
  }

  /** Texts whose outcome was unknown at some time. */
  Set<String> inDoubt() {
    return inDoubt;
  }

  boolean isAllFinal() {
    return states.size() == texts.size() && FINAL.containsAll(states.values());
  }

  /** Whether nothing is to be sent any more, texts that follow included. */
  boolean isQuiet() throws IOException {
    return world
            .api()
            .get("/api/messages?status=pending,sending,queued,scheduled&limit=1")
            .body()
            .path("pagination")
            .path("totalCount")
            .asLong(1)
        == 0;
  }

  long unknown() {
    return states.values().stream().filter(UNKNOWN::equals).count();
  }

  /** The state of each text when it was last looked at. */
  Map<String, String> stateByText() {
    var byText = new HashMap<String, String>();
    texts.forEach((id, text) -> byText.put(text, states.getOrDefault(id, "missing")));
    return byText;
  }
}
