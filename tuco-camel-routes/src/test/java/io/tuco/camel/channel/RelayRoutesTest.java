package io.tuco.camel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.OutboundClients;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.dispatch.ChatSignal.Outcome.Done;
import io.tuco.core.dispatch.ChatSignal.Outcome.NotConfirmed;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.Device;
import io.tuco.core.line.SendMethod;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import io.tuco.core.secret.SecretBox;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to a relay, byte by byte, and what becomes of its silence. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RelayRoutesTest {

  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final Duration TEXT_LIMIT = Duration.ofMillis(400);
  private static final String SENT =
      "{\"status\":200,\"message\":\"Message sent!\",\"data\":{\"guid\":\"G-1\",\"error\":0}}";

  private final SecretBox secrets = new SecretBox(new byte[32], new Random(7));
  private final CountDownLatch over = new CountDownLatch(1);
  private final Vertx vertx = Vertx.vertx();
  private final CamelContext context = new DefaultCamelContext();
  // The relay's answers bear the date of this machine.
  private final SettableClock clock = SettableClock.at(Instant.now());
  private RelayServer relay;

  @BeforeEach
  void open() throws Exception {
    relay = new RelayServer();
    context.addRoutesConfigurations(FailurePolicies.standard());
    OutboundClients.install(context, vertx, Duration.ofSeconds(2));
    context.addRoutes(new RelayRoutes(secrets, TEXT_LIMIT, clock));
    context.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    context.stop();
    vertx.close();
    relay.close();
  }

  private Device deviceAt(String url) {
    var sample = Fixtures.aDevice().build();
    return new Device(
        sample.id(),
        sample.name(),
        sample.type(),
        url,
        secrets.seal("p&ss w=rd/ü"),
        sample.gap(),
        sample.method(),
        sample.health(),
        sample.createdAt(),
        sample.updatedAt());
  }

  private <T> T ask(String seam, Object command, Class<T> answer) {
    return context.createProducerTemplate().requestBody(seam, command, answer);
  }

  private DeliveryOutcome sendTo(String url) {
    return sendBy(
        deviceAt(url), Fixtures.aMessage().withText("Hi \"Ada\" ☀").inAttempt("send-1").build());
  }

  private DeliveryOutcome sendBy(Device device, Message message) {
    var send = new DispatchCommand.Send(new Sender.OverDevice(device), message, ADA, Part.text(0));
    return ask(Seams.RELAY_SEND, send, DeliveryOutcome.class);
  }

  private DeliveryOutcome send() {
    return sendTo(relay.url());
  }

  @Test
  void postsTheTextAndNothingElse() throws Exception {
    relay.answers(RelayServer.status(200, SENT));

    var outcome = send();

    assertThat(outcome).isEqualTo(new Accepted("G-1"));
    assertThat(relay.received()).hasSize(1);
    var request = relay.received().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/api/v1/message/text");
    assertThat(request.query()).isEqualTo("password=p%26ss%20w%3Drd%2F%C3%BC");
    assertThat(request.contentType()).isEqualTo("application/json");
    assertThat(new ObjectMapper().readValue(request.body(), Map.class))
        .isEqualTo(
            Map.of(
                "chatGuid", "iMessage;-;+12025550100",
                "tempGuid", "send-1.0",
                "message", "Hi \"Ada\" ☀",
                "method", "private-api"));
  }

  @Test
  void saysWhichMessageIsAnsweredWhereTheDeviceCanSaySo() throws Exception {
    relay.answers(RelayServer.status(200, SENT));
    relay.answers(RelayServer.status(200, SENT));
    var answer = Fixtures.aMessage().answering("guid-of-ada").inAttempt("send-1").build();
    var device = deviceAt(relay.url());

    sendBy(device, answer);
    sendBy(sendingBy(device, SendMethod.APPLE_SCRIPT), answer);

    assertThat(bodyOf(0)).containsEntry("selectedMessageGuid", "guid-of-ada");
    assertThat(bodyOf(1)).doesNotContainKey("selectedMessageGuid");
  }

  private Map<String, Object> bodyOf(int request) throws Exception {
    var body = relay.received().get(request).body();
    return new ObjectMapper().readValue(body, new TypeReference<>() {});
  }

  private static Device sendingBy(Device device, SendMethod method) {
    return new Device(
        device.id(),
        device.name(),
        device.type(),
        device.baseUrl(),
        device.password(),
        device.gap(),
        method,
        device.health(),
        device.createdAt(),
        device.updatedAt());
  }

  @Nested
  class SendsOnceWhateverComesBack {

    @Test
    void whenTheAnswerIsLate() {
      relay.answers(
          exchange -> {
            awaitTheEnd();
            RelayServer.status(200, SENT).to(exchange);
          });

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    @Test
    void whenTheAnswerBeginsAndNeverEnds() {
      relay.answers(
          exchange -> {
            exchange.sendResponseHeaders(200, SENT.length());
            exchange.getResponseBody().write(SENT.charAt(0));
            exchange.getResponseBody().flush();
            awaitTheEnd();
          });

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    @Test
    void whenTheConnectionBreaksAfterTheRequest() {
      relay.answers(
          exchange -> {
            throw new IOException("hung up");
          });

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    @Test
    void whenTheAnswerIsLongerThanWeRead() {
      relay.answers(RelayServer.status(200, new byte[(1 << 20) + 1]));

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    @Test
    void whenTheAnswerIsNoJson() {
      relay.answers(RelayServer.status(200, "<html>hello</html>"));

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    @Test
    void whenTheServerFails() {
      relay.answers(RelayServer.status(500, "oops"));

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    @Test
    void whenItIsSentElsewhere() {
      relay.answers(
          exchange -> {
            exchange.getResponseHeaders().set("Location", relay.url() + "/again");
            RelayServer.status(307, "").to(exchange);
          });

      assertThat(send().kind()).isEqualTo(Kind.UNKNOWN);
      assertThat(relay.received()).hasSize(1);
    }

    private void awaitTheEnd() {
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void knowsThatNothingLeftWhenNobodyListens() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }

    assertThat(sendTo("http://127.0.0.1:" + free).kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void knowsThatNothingLeftWhenTheHostHasNoAddress() {
    assertThat(sendTo("http://relay.invalid:1234").kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void knowsThatNothingLeftWithoutTls() {
    assertThat(sendTo(relay.url().replace("http:", "https:")).kind()).isNotEqualTo(Kind.ACCEPTED);
    assertThat(relay.received()).isEmpty();
  }

  @Test
  void looksAnAddressUp() {
    relay.answers(RelayServer.status(200, "{\"status\":200,\"data\":{\"available\":false}}"));

    var check = new DispatchCommand.Check(deviceAt(relay.url()), ADA);
    var answer = ask(Seams.RELAY_CHECK, check, Availability.class);

    assertThat(answer).isEqualTo(Availability.UNAVAILABLE);
    var request = relay.received().get(0);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/api/v1/handle/availability/imessage");
    assertThat(request.query())
        .isEqualTo("address=%2B12025550100&password=p%26ss%20w%3Drd%2F%C3%BC");
  }

  @Test
  void takesAFailedLookUpForNoAnswer() {
    relay.answers(RelayServer.status(500, "{\"status\":500}"));

    var check = new DispatchCommand.Check(deviceAt(relay.url()), ADA);

    assertThat(ask(Seams.RELAY_CHECK, check, Availability.class))
        .isEqualTo(Availability.UNANSWERED);
  }

  @Test
  void showsAndHidesThatSomebodyTypes() {
    relay.answers(RelayServer.status(200, "{\"status\":200,\"message\":\"Successfully\"}"));
    var device = deviceAt(relay.url());

    assertThat(signal(new ChatSignal.Typing(device, ADA, true))).isEqualTo(new Done());
    assertThat(signal(new ChatSignal.Typing(device, ADA, false))).isEqualTo(new Done());

    assertThat(relay.received())
        .extracting(RelayServer.Received::method)
        .containsExactly("POST", "DELETE");
    assertThat(relay.received())
        .extracting(RelayServer.Received::path)
        .containsOnly("/api/v1/chat/iMessage%3B-%3B%2B12025550100/typing");
    assertThat(relay.received())
        .extracting(RelayServer.Received::query)
        .containsOnly("password=p%26ss%20w%3Drd%2F%C3%BC");
  }

  @Test
  void reactsToAMessage() throws Exception {
    relay.answers(RelayServer.status(200, "{\"status\":200,\"data\":{\"guid\":\"G-2\"}}"));

    var react = new ChatSignal.React(deviceAt(relay.url()), ADA, "G-1", "love");

    assertThat(signal(react)).isEqualTo(new Done());
    var request = relay.received().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/api/v1/message/react");
    assertThat(new ObjectMapper().readValue(request.body(), Map.class))
        .isEqualTo(
            Map.of(
                "chatGuid",
                "iMessage;-;+12025550100",
                "selectedMessageGuid",
                "G-1",
                "reaction",
                "love",
                "partIndex",
                0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "500 | {'error':{'message':'iMessage Private API is not enabled!'}} "
            + "| iMessage Private API is not enabled!",
        "400 | {'error':{'message':' two\\nlines '}} | two lines",
        "404 | Not Found | HTTP 404",
        "504 | {'error':{}} | HTTP 504"
      })
  void tellsInTheRelaysWordsWhyItDidNotReact(int status, String body, String why) {
    relay.answers(RelayServer.status(status, body.replace('\'', '"')));

    var react = new ChatSignal.React(deviceAt(relay.url()), ADA, "G-1", "love");

    assertThat(signal(react)).isEqualTo(new NotConfirmed(why));
    assertThat(relay.received()).hasSize(1);
  }

  @Test
  void doesNotReactAgainWhereTheConnectionBreaks() {
    relay.answers(exchange -> exchange.close());

    var react = new ChatSignal.React(deviceAt(relay.url()), ADA, "G-1", "love");

    assertThat(signal(react)).isInstanceOf(NotConfirmed.class);
    assertThat(((NotConfirmed) signal(react)).why()).doesNotContain("p%26ss").doesNotContain("127");
    assertThat(relay.received()).hasSize(2);
  }

  private ChatSignal.Outcome signal(ChatSignal signal) {
    return ask(Seams.RELAY_SIGNAL, signal, ChatSignal.Outcome.class);
  }

  @Test
  void asksHowTheMacIs() {
    relay.answers(
        RelayServer.status(
            200,
            "{\"status\":200,\"data\":{\"private_api\":true,\"helper_connected\":true,"
                + "\"os_version\":\"26.1\"}}"));

    var health = ask(Seams.RELAY_PROBE, deviceAt(relay.url()), SenderHealth.class);

    assertThat(health.isHealthy()).isTrue();
    assertThat(health.privateApi()).isTrue();
    assertThat(relay.received().get(0).path()).isEqualTo("/api/v1/server/info");
  }

  @Nested
  class AsksWhatBecameOfASend {

    private DeviceRows rows() {
      var message = Fixtures.aMessage().inAttempt("send-1").build();
      return ask(
          Seams.RELAY_VERIFY,
          new DispatchCommand.Verify(new Sender.OverDevice(deviceAt(relay.url())), message),
          DeviceRows.class);
    }

    private static String row(String guid, boolean fromMe, String chat) {
      return ("{\"guid\":\"%s\",\"text\":\"Hi\",\"error\":0,\"isFromMe\":%s,"
              + "\"chats\":[{\"guid\":\"%s\"}]}")
          .formatted(guid, fromMe, chat);
    }

    @Test
    void underEveryNameOfTheChatSinceShortlyBefore() throws Exception {
      relay.answers(RelayServer.status(200, "{\"status\":200,\"data\":[]}"));

      var rows = rows();

      assertThat(rows).isEqualTo(new DeviceRows(true, List.of()));
      assertThat(relay.received())
          .allMatch(request -> request.path().equals("/api/v1/message/query"));
      var asked = new ObjectMapper().readValue(relay.received().get(0).body(), Map.class);
      assertThat(asked)
          .isEqualTo(
              Map.of(
                  "chatGuid",
                  "iMessage;-;+12025550100",
                  "with",
                  List.of("chats", "attachments"),
                  "after",
                  Fixtures.NOW.minusSeconds(15).toEpochMilli(),
                  "sort",
                  "ASC",
                  "limit",
                  100));
      assertThat(relay.received().get(1).body()).contains("\"any;-;+12025550100\"");
    }

    @Test
    void andKeepsOurOwnRowsOfThatChat() {
      var data =
          String.join(
              ",",
              row("G-1", true, "any;-;+12025550100"),
              row("G-2", false, "any;-;+12025550100"),
              row("G-3", true, "any;-;+12025550199"));
      relay.answers(RelayServer.status(200, "{\"status\":200,\"data\":[" + data + "]}"));

      assertThat(rows().rows()).containsOnly(DeviceRow.text("G-1", "Hi", Optional.of(ADA), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\ufffc\"", "\"\""})
    void andReadsTheFileThatStandsInPlaceOfAText(String text) {
      var row =
          "{\"guid\":\"G-1\",\"text\":%s,\"error\":0,\"isFromMe\":true,\"attachments\":["
              + "{\"transferName\":\"u\u0308.png\",\"totalBytes\":42},{\"transferName\":null}]}";
      relay.answers(
          RelayServer.status(200, "{\"status\":200,\"data\":[" + row.formatted(text) + "]}"));

      var file = new DeviceRow.File("ü.png", Optional.of(42L));
      assertThat(rows().rows())
          .containsOnly(new DeviceRow("G-1", "", List.of(file), Optional.empty(), 0));
    }

    @Test
    void andLooksFurtherBackOnADeviceWhoseClockIsBehind() {
      relay.answers(RelayServer.status(200, "{\"status\":200,\"data\":[]}"));
      clock.advance(Duration.ofMinutes(3));

      assertThat(rows().answered()).isFalse();
      assertThat(rows().answered()).isTrue();

      var asked = relay.received().get(relay.received().size() - 1).body();
      assertThat(sinceIn(asked)).isBefore(Fixtures.NOW.minusSeconds(15 + 170));
    }

    @Test
    void andLearnsOfItWhenItAsksHowTheMacIs() {
      relay.answers(RelayServer.status(200, "{\"status\":200,\"data\":[]}"));
      clock.advance(Duration.ofMinutes(3));
      ask(Seams.RELAY_PROBE, deviceAt(relay.url()), SenderHealth.class);

      assertThat(rows().answered()).isTrue();
    }

    private Instant sinceIn(String body) {
      return Instant.ofEpochMilli(
          Long.parseLong(body.replaceFirst("(?s).*\"after\":([0-9]+).*", "$1")));
    }

    @Test
    void andTakesOneMissingAnswerForSilence() {
      relay.answers(
          exchange -> {
            var good = relay.received().size() == 1;
            var body = good ? "{\"status\":200,\"data\":[]}" : "gone";
            RelayServer.status(200, body.getBytes(StandardCharsets.UTF_8)).to(exchange);
          });

      assertThat(rows().answered()).isFalse();
    }
  }
}
