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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  String url() {
    return simulator.relayUrl();
  }

  static String password() {
    return PASSWORD;
  }

  /** From now on the relay reports everything there. */
  void reportsTo(String callbackUrl) throws Exception {
    var url = simulator.relayUrl() + "/api/v1/webhook?password=" + PASSWORD;
    ask("POST", url, "{\"url\":\"" + callbackUrl + "\",\"events\":[\"*\"]}");
  }

  void delivers(String guid) throws Exception {
    control("POST", "receipt", "{\"guid\":\"" + guid + "\",\"delivered\":true}");
  }

  void reads(String guid) throws Exception {
    control("POST", "receipt", "{\"guid\":\"" + guid + "\",\"read\":true}");
  }

  /** Somebody writes to the Mac, with files of these names. */
  void receives(String address, String text, String... files) throws Exception {
    var names =
        Stream.of(files).map(name -> "\"" + name + "\"").collect(Collectors.joining(",", "[", "]"));
    control(
        "POST",
        "receive",
        "{\"address\":\"%s\",\"text\":\"%s\",\"attachments\":%s}".formatted(address, text, names));
  }

  /**
   * Somebody writes to another Mac of the simulator.
   *
   * @param device such as {@code mac-2}
   */
  void receivesOn(String device, String address, String text) throws Exception {
    control(
        "POST",
        "receive",
        "{\"device\":\"%s\",\"address\":\"%s\",\"text\":\"%s\"}".formatted(device, address, text));
  }

  /** How many addresses the Mac reports to. */
  int callbacks() throws Exception {
    var url = simulator.relayUrl() + "/api/v1/webhook?password=" + PASSWORD;
    return ask("GET", url, "").path("data").size();
  }

  /** Nobody at this address has iMessage. */
  void hasNoIMessageFor(String address) throws Exception {
    control("POST", "faults", "{\"fault\":\"no_imessage\",\"address\":\"" + address + "\"}");
  }

  /** What meets the next {@code times} sends. */
  void arm(String fault, int times) throws Exception {
    control("POST", "faults", "{\"fault\":\"" + fault + "\",\"times\":" + times + "}");
  }

  /** What meets the next {@code times} sends to the address. */
  void arm(String fault, String address, int times) throws Exception {
    control(
        "POST",
        "faults",
        "{\"fault\":\"" + fault + "\",\"address\":\"" + address + "\",\"times\":" + times + "}");
  }

  List<JsonNode> sentTo(String address) throws Exception {
    return sent().stream().filter(row -> row.path("address").asText().equals(address)).toList();
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
    return ask(method, simulator.controlUrl() + "/" + call + "?password=" + PASSWORD, body);
  }

  private JsonNode ask(String method, String url, String body)
      throws IOException, InterruptedException {
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
