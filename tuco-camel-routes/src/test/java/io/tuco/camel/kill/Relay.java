package io.tuco.camel.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.story.JsonHttp;
import io.tuco.camel.story.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo's simulator, which outlives the server that started it. */
final class Relay implements Provider {

  private final ServerProcess server;
  private Optional<JsonHttp> control = Optional.empty();

  Relay(ServerProcess server) {
    this.server = server;
  }

  @Override
  public void meets(Trouble trouble) throws IOException {
    switch (trouble) {
      case NONE -> {}
      case STALLS -> fault("timeout_before_send");
      case WITHHOLDS -> fault("timeout_after_send");
      case GARBLES -> fault("error_null_data");
      case REFUSES -> fault("error_22");
    }
  }

  @Override
  public void calm() throws IOException {
    control().delete("/faults");
  }

  @Override
  public long asked() throws IOException {
    var asked = 0;
    for (JsonNode request : control().get("/requests").body().path("requests")) {
      asked += request.path("path").asText().contains("/message/") ? 1 : 0;
    }
    return asked;
  }

  @Override
  public Map<String, List<String>> taken() throws IOException {
    var taken = new LinkedHashMap<String, List<String>>();
    for (JsonNode sent : control().get("/sent").body().path("sent")) {
      taken
          .computeIfAbsent(sent.path("text").asText(), text -> new ArrayList<>())
          .add(sent.path("guid").asText());
    }
    return taken;
  }

  private void fault(String name) throws IOException {
    control().post("/faults", "{\"fault\":\"" + name + "\"}");
  }

  /** Started again, it is where it was: the same client throughout. */
  private JsonHttp control() throws IOException {
    if (control.isEmpty()) {
      control = Optional.of(server.control());
    }
    return control.get();
  }

  /** It goes with an orderly stop of the server. */
  @Override
  public void close() {}
}
