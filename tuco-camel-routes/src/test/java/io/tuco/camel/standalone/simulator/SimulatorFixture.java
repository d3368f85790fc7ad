package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A running simulator and an ordinary HTTP client to talk to it. */
final class SimulatorFixture implements AutoCloseable {

  static final String PERSON = "+12025550101";
  static final String CHAT = "iMessage;-;" + PERSON;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RelaySimulator simulator;

  private SimulatorFixture(RelaySimulator simulator) {
    this.simulator = simulator;
  }

  static SimulatorFixture in(Path dataDir) {
    return of(options(dataDir));
  }

  static SimulatorFixture of(RelaySimulatorOptions options) {
    return new SimulatorFixture(RelaySimulator.start(options));
  }

  static RelaySimulatorOptions options(Path dataDir) {
    return RelaySimulatorOptions.at(dataDir, "secret", Clock.systemUTC(), new Random(1));
  }

  RelaySimulator simulator() {
    return simulator;
  }

  Answer text(String chatGuid, String tempGuid, String text) {
    return post("message/text", textBody(chatGuid, tempGuid, text));
  }

  CompletableFuture<Answer> textLater(String chatGuid, String tempGuid, String text) {
    return later(request("/api/v1/message/text", "POST", textBody(chatGuid, tempGuid, text)));
  }

  Answer post(String call, String body) {
    return onDevice("", "POST", call, body);
  }

  Answer get(String call) {
    return onDevice("", "GET", call, "");
  }

  Answer onDevice(String device, String method, String call, String body) {
    return now(request(device + "/api/v1/" + call, method, body));
  }

  Answer arm(String fault) {
    return control("POST", "faults", fault);
  }

  Answer control(String method, String call, String body) {
    return now(request("/control/" + call, method, body));
  }

  JsonNode sent() {
    return control("GET", "sent", "").body().path("sent");
  }

  int inFlight() {
    var devices = control("GET", "health", "").body().path("devices");
    return devices.at("/default/inFlight").asInt();
  }

  JsonNode query(String chatGuid) {
    var body = "{\"chatGuid\":\"%s\",\"sort\":\"ASC\"}".formatted(chatGuid);
    return post("message/query", body).data();
  }

  static String textBody(String chatGuid, String tempGuid, String text) {
    return "{\"chatGuid\":\"%s\",\"tempGuid\":\"%s\",\"message\":\"%s\",\"method\":\"private-api\"}"
        .formatted(chatGuid, tempGuid, text);
  }

  HttpRequest.Builder request(String pathAndQuery, String method, String body) {
    var secret = pathAndQuery.contains("?") ? "&password=secret" : "?password=secret";
    return HttpRequest.newBuilder(URI.create(simulator.relayUrl() + pathAndQuery + secret))
        .timeout(Duration.ofSeconds(10))
        .header("content-type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  CompletableFuture<Answer> later(HttpRequest.Builder request) {
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(Answer::of);
  }

  Answer now(HttpRequest.Builder request) {
    return later(request).join();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }

  /** What came back; a text that is not JSON is a JSON string here. */
  record Answer(int status, JsonNode body) {

    static Answer of(HttpResponse<String> response) {
      var text = response.body();
      var json = text.startsWith("{") ? json(text) : MAPPER.getNodeFactory().textNode(text);
      return new Answer(response.statusCode(), json);
    }

    JsonNode data() {
      return body.path("data");
    }

    String detail() {
      return body.path("error").path("message").asText();
    }
  }
}
