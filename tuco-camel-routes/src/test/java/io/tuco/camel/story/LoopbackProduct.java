package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.TucoRoutes;
import io.tuco.camel.callback.TwilioSignature;
import io.tuco.camel.channel.mail.FakeSmtp;
import io.tuco.camel.channel.sms.FakeTwilio;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.mongo.CommandWatch;
import io.tuco.camel.mongo.ListenedStores;
import io.tuco.camel.mongo.MongoSettings;
import io.tuco.camel.mongo.MongoStores;
import io.tuco.camel.standalone.HttpServer;
import io.tuco.camel.standalone.store.EmbeddedStore;
import io.tuco.core.SortableIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The whole product behind a real listener on the loopback, with an embedded store and a stand-in
 * for everything it talks to, set up by an operator's calls.
 */
final class LoopbackProduct implements AutoCloseable {

  static final String OPERATOR = "operator";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Clock clock = Clock.systemUTC();
  private final CommandWatch watch = new CommandWatch();
  private final CamelContext context = new DefaultCamelContext();
  private final FakeTwilio twilio = new FakeTwilio(clock);
  private final FakeSmtp smtp = new FakeSmtp();
  private final SimulatedMac mac;
  private final EmbeddedStore store;
  private final HttpServer server;
  private final MongoStores stores;
  private final JsonHttp admin;
  private final String workspaceId;
  private final String key;
  private final JsonHttp api;

  LoopbackProduct(Path directory) throws Exception {
    mac = new SimulatedMac(directory.resolve("mac"), clock);
    store = EmbeddedStore.open(directory.resolve("store"), 0);
    server = HttpServer.start(context, "127.0.0.1", 0, new SortableIds(clock, new SecureRandom()));
    stores = ListenedStores.open(context, MongoSettings.of(store.uri(), "tuco"), watch);
    context.getShutdownStrategy().setTimeout(2);
    TucoRoutes.builder()
        .stores(stores, "embedded")
        .http(HttpEndpoints.platformHttp())
        .set("tuco.secrets.key", Base64.getEncoder().encodeToString(new byte[32]))
        .set("tuco.admin.enabled", "true")
        .set("tuco.admin.token", OPERATOR)
        .set("tuco.http.public-url", url())
        .set("tuco.twilio.base-url", twilio.url())
        .set("tuco.rate-limit.send", "60000")
        .set("tuco.rate-limit.other", "60000")
        .set("tuco.dispatch.attempt-gap", "1s")
        .set("tuco.relay.text-life", "2s")
        .set("tuco.relay.settle-margin", "60s")
        .set("tuco.attachment.ports", "*")
        .set("tuco.webhook.allow-cidrs", "127.0.0.0/8")
        .set("tuco.webhook.allow-http", "true")
        .set("tuco.webhook.ports", "*")
        .build()
        .installOn(context);
    context.start();
    server.serve();
    admin = new JsonHttp(url(), OPERATOR);
    workspaceId =
        admin
            .post("/admin/workspaces", "{\"name\":\"Clinic\",\"timezone\":\"Europe/Paris\"}")
            .body()
            .at("/workspace/id")
            .asText();
    key = newKey();
    api = new JsonHttp(url(), key);
  }

  /** The text of a key that may do everything in the workspace. */
  String key() {
    return key;
  }

  private String newKey() throws IOException {
    return admin
        .post("/admin/workspaces/" + workspaceId + "/keys", "{\"name\":\"story\"}")
        .body()
        .path("key")
        .asText();
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  FakeTwilio twilio() {
    return twilio;
  }

  FakeSmtp smtp() {
    return smtp;
  }

  SimulatedMac mac() {
    return mac;
  }

  JsonHttp api() {
    return api;
  }

  JsonHttp admin() {
    return admin;
  }

  String workspaceId() {
    return workspaceId;
  }

  /** The simulated Mac as a device, reporting to us. */
  JsonNode device(int gapSeconds) throws Exception {
    var device = device("", gapSeconds);
    mac.reportsTo(device.path("callbackUrl").asText());
    return device;
  }

  /**
   * @param path such as {@code /mac-2}, another Mac of the simulator
   */
  JsonNode device(String path, int gapSeconds) throws IOException {
    return admin
        .post(
            "/admin/devices",
            "{\"name\":\"Mac\",\"baseUrl\":\"%s\",\"password\":\"%s\",\"gapSeconds\":%d}"
                .formatted(mac.url() + path, SimulatedMac.password(), gapSeconds))
        .body()
        .path("device");
  }

  /**
   * @param fields more of them, each after a comma
   */
  JsonNode line(String channel, String fields) throws IOException {
    var answer =
        admin.post(
            "/admin/workspaces/" + workspaceId + "/lines",
            "{\"channel\":\"" + channel + "\",\"firstName\":\"Front\"" + fields + "}");
    if (answer.status() != 201) {
      throw new AssertionError(answer.toString());
    }
    return answer.body().path("line");
  }

  /**
   * @param more fields, each after a comma
   */
  JsonNode macLine(JsonNode device, String phone, String more) throws IOException {
    return line(
        "imessage",
        ",\"deviceId\":\""
            + device.path("id").asText()
            + "\",\"phone\":\""
            + phone
            + "\""
            + (more.contains("contactGap") ? "" : ",\"contactGapSeconds\":0")
            + more);
  }

  JsonNode smsLine() throws IOException {
    return line(
        "sms",
        ",\"contactGapSeconds\":0,\"twilio\":{\"accountSid\":\"%s\",\"authToken\":\"%s\",\"from\":\"%s\"}"
            .formatted(FakeTwilio.ACCOUNT_SID, FakeTwilio.TOKEN, FakeTwilio.NUMBER));
  }

  /** Twilio tells of a text to the number of this line; the status of our answer. */
  int textsIn(String lineId, Map<String, String> form) throws Exception {
    var url = url() + "/hooks/twilio/inbound/" + lineId;
    var lists = new HashMap<String, List<String>>();
    form.forEach((name, value) -> lists.put(name, List.of(value)));
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", TwilioSignature.of(FakeTwilio.TOKEN, url, lists))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** The workspace's own Twilio account, working. */
  void canFallBack() throws IOException {
    var answer =
        api.patch(
            "/api/workspace/fallback-config",
            "{\"enabled\":true,\"accountSid\":\"%s\",\"authToken\":\"%s\",\"fromNumber\":\"%s\"}"
                .formatted(FakeTwilio.ACCOUNT_SID, FakeTwilio.TOKEN, FakeTwilio.NUMBER));
    if (answer.status() != 200) {
      throw new AssertionError(answer.toString());
    }
  }

  /** The answer to a send that must be accepted. */
  JsonNode sends(String body) throws IOException {
    var answer = api.post("/api/messages", body);
    if (answer.status() > 201) {
      throw new AssertionError(answer.toString());
    }
    return answer.body();
  }

  static String idOf(JsonNode answer) {
    return answer.at("/message/_id").asText();
  }

  /** A text to a person over iMessage; its id. */
  String sends(String text, String phone) throws IOException {
    return idOf(sends("{\"message\":\"%s\",\"recipientPhone\":\"%s\"}".formatted(text, phone)));
  }

  JsonNode message(String id) throws IOException {
    return api.get("/api/messages/" + id).body().path("message");
  }

  /** The message, once it has this status. */
  JsonNode awaitStatus(String id, String status) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> message(id), message -> message.path("status").asText().equals(status));
  }

  /** The message, once nobody can say whether it left. */
  JsonNode awaitUnknown(String id) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> message(id), message -> message.path("outcome").asText().equals("unknown"));
  }

  @Override
  public void close() {
    try {
      context.stop();
      server.close();
      stores.close();
      store.close();
      mac.close();
      twilio.close();
      smtp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(watch.asked()).isPositive();
    assertThat(watch.flaws()).as("questions that cross workspaces, or have no index").isEmpty();
  }
}
