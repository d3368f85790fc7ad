package io.tuco.camel.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.standalone.simulator.RelaySimulator;
import io.tuco.camel.standalone.simulator.RelaySimulatorOptions;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.Device;
import io.tuco.core.secret.SecretBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;

/** A relay simulator and its control endpoint. */
final class SimulatedMac implements AutoCloseable {

  private static final String PASSWORD = "secret";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RelaySimulator simulator;

  SimulatedMac(Path dataDir, Clock clock) {
    simulator =
        RelaySimulator.start(RelaySimulatorOptions.at(dataDir, PASSWORD, clock, new Random(1)));
  }

  Device device(SecretBox secrets) {
    var sample = Fixtures.aDevice().build();
    return new Device(
        sample.id(),
        sample.name(),
        sample.type(),
        simulator.relayUrl(),
        secrets.seal(PASSWORD),
        sample.gap(),
        sample.method(),
        sample.health(),
        sample.createdAt(),
        sample.updatedAt());
  }

  void arm(String fault) throws Exception {
    control("POST", "faults", "{\"fault\":\"" + fault + "\"}");
  }

  List<JsonNode> sent() throws Exception {
    return list(control("GET", "sent", "").path("sent"));
  }

  /** What each request to this call carried. */
  List<JsonNode> fieldsOf(String call) throws Exception {
    return list(control("GET", "requests", "").path("requests")).stream()
        .filter(request -> request.path("path").asText().endsWith(call))
        .map(request -> request.path("body"))
        .toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private JsonNode control(String method, String call, String body)
      throws IOException, InterruptedException {
    var url = simulator.controlUrl() + "/" + call + "?password=" + PASSWORD;
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    simulator.close();
  }
}
