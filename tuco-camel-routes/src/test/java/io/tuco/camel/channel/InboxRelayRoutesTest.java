package io.tuco.camel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.AttachmentFiles;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.InboxPage;
import io.tuco.core.intake.InboxQuestion;
import io.tuco.core.line.Device;
import io.tuco.core.line.HookRegistration;
import io.tuco.core.secret.SecretBox;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a device is told where to report, and what is made of its messages. */
final class InboxRelayRoutesTest {

  private static final String DEVICE = Fixtures.aDevice().build().id();
  private static final String HOOK = "https://tuco.example/hooks/relay/" + DEVICE + "?secret=s3";
  private static final String ALL =
      "[\"new-message\",\"updated-message\",\"message-send-error\",\"typing-indicator\","
          + "\"chat-read-status-changed\",\"new-server\"]";

  private final SecretBox secrets = new SecretBox(new byte[32], new Random(7));
  private final Vertx vertx = Vertx.vertx();
  private final CamelContext context = new DefaultCamelContext();
  private final SettableClock clock = SettableClock.at(Instant.now());
  private RelayServer relay;

  @BeforeEach
  void open() throws Exception {
    relay = new RelayServer();
    context.addRoutesConfigurations(FailurePolicies.standard());
    OutboundClients.install(context, vertx, Duration.ofSeconds(2));
    for (var routes :
        RelayRoutes.of(
            secrets, RelayLimits.forText(Duration.ofSeconds(2)), AttachmentFiles.none(), clock)) {
      context.addRoutes(routes);
    }
    context.start();
  }

  @AfterEach
  void close() {
    context.stop();
    vertx.close();
    relay.close();
  }

  private Device device() {
    var sample = Fixtures.aDevice().build();
    return new Device(
        sample.id(),
        sample.name(),
        sample.type(),
        relay.url(),
        secrets.seal("pw"),
        sample.gap(),
        sample.method(),
        sample.health(),
        sample.createdAt(),
        sample.updatedAt());
  }

  private boolean registers() {
    return context
        .createProducerTemplate()
        .requestBody(Seams.RELAY_REGISTER, new HookRegistration(device(), HOOK), Boolean.class);
  }

  private InboxPage looks() {
    return context
        .createProducerTemplate()
        .requestBody(
            Seams.RELAY_INBOX,
            new InboxQuestion(device(), Instant.ofEpochMilli(1767225600000L), 100),
            InboxPage.class);
  }

  private void has(String... hooks) {
    relay.answers(RelayServer.status(200, "{\"data\":[" + String.join(",", hooks) + "]}"));
  }

  private static String hook(int id, String url, String events) {
    return "{\"id\":%d,\"url\":\"%s\",\"events\":%s}".formatted(id, url, events);
  }

  private List<String> asked() {
    return relay.received().stream().map(one -> one.method() + " " + one.path()).toList();
  }

  @Test
  void addsWhatIsMissing() throws IOException {
    has(hook(1, "https://elsewhere.example/hook", ALL));

    assertThat(registers()).isTrue();

    assertThat(asked()).containsExactly("GET /api/v1/webhook", "POST /api/v1/webhook");
    var sent = json(relay.received().get(1).body());
    assertThat(sent.path("url").asText()).isEqualTo(HOOK);
    assertThat(sent.path("events")).isEqualTo(json(ALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, "[\"*\"]"})
  void changesNothingWhereAllIsWell(String events) {
    has(hook(4, HOOK, events));

    assertThat(registers()).isTrue();

    assertThat(asked()).containsExactly("GET /api/v1/webhook");
  }

  @Test
  void readsEventsThatAreToldAsAText() {
    has(hook(4, HOOK, "\"" + ALL.replace("\"", "\\\"") + "\""));

    assertThat(registers()).isTrue();

    assertThat(asked()).hasSize(1);
  }

  @Test
  void deletesFirstWhatHasTooFewEventsOrAnotherAddressOfOurs() {
    has(
        hook(4, HOOK, "[\"new-message\"]"),
        hook(5, "http://old.example/hooks/relay/" + DEVICE + "?secret=old", ALL),
        hook(6, "http://old.example/hooks/relay/other?secret=x", ALL));

    assertThat(registers()).isTrue();

    assertThat(asked())
        .containsExactly(
            "GET /api/v1/webhook",
            "DELETE /api/v1/webhook/4",
            "DELETE /api/v1/webhook/5",
            "POST /api/v1/webhook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"data\":null}", "{\"data\":{}}"})
  void registersNothingWhereNobodyKnowsWhatIsThere(String body) {
    relay.answers(RelayServer.status(200, body));

    assertThat(registers()).isFalse();

    assertThat(asked()).containsExactly("GET /api/v1/webhook");
  }

  @Test
  void saysWhenTheDeviceRefuses() {
    relay.answers(
        exchange -> {
          var code = exchange.getRequestMethod().equals("GET") ? 200 : 400;
          RelayServer.status(code, "{\"data\":[]}").to(exchange);
        });

    assertThat(registers()).isFalse();
  }

  @Test
  void neverShowsWhereADeviceReports() {
    assertThat(new HookRegistration(device(), HOOK).toString()).doesNotContain("s3");
    assertThat(new HookList.Hook("1", HOOK, Set.of()).toString()).doesNotContain("s3");
  }

  @Test
  void asksForThePageAndReadsEveryMessageOfIt() throws IOException {
    has(
        "{\"guid\":\"G-1\",\"isFromMe\":false,\"text\":\"hi\",\"dateCreated\":1767225600001}",
        "{\"guid\":\"G-2\",\"isFromMe\":true,\"dateRead\":1767225600009}",
        "{\"itemType\":1,\"guid\":\"G-3\"}",
        "7");

    var page = looks();

    assertThat(page.isAnswer()).isTrue();
    assertThat(page.count()).isEqualTo(4);
    assertThat(page.messages()).extracting(DeviceMessage::guid).containsExactly("G-1", "G-2");
    var sent = json(relay.received().get(0).body());
    assertThat(sent.path("after").asLong()).isEqualTo(1767225600000L);
    assertThat(sent.path("offset").asInt()).isEqualTo(100);
    assertThat(sent.path("sort").asText()).isEqualTo("ASC");
    assertThat(sent.has("chatGuid")).isFalse();
  }

  @Test
  void takesWhatCannotBeReadForASilence() {
    relay.answers(RelayServer.status(500, "{\"data\":[]}"));
    assertThat(looks().isAnswer()).isFalse();

    relay.answers(RelayServer.status(200, "nothing"));
    assertThat(looks().isAnswer()).isFalse();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
