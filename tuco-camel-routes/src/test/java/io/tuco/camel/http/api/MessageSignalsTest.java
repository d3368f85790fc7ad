package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.anSmsAccount;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typing and reactions (API contract, section 5). */
final class MessageSignalsTest {

  private static final String TYPING = "/api/messages/typing";
  private static final String REACT = "/api/messages/react";
  private static final String SENT = id(0x5e47);
  private static final String ADA = "+12025550100";

  private DirectApi api;
  private ApiWorld world;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    world = api.world();
    key = world.key();
    insert(aSendingMessage("s-1").withId(SENT).build().sent("G-1", NOW));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void typesAndStops() {
    var started = type("POST", ApiWorld.MESSAGE);
    var stopped = type("DELETE", ApiWorld.MESSAGE);

    assertThat(started.status()).isEqualTo(200);
    assertThat(started.body()).startsWith("{\"ok\":true,\"typing\":true,\"note\":\"Typing is");
    assertThat(stopped.body()).startsWith("{\"ok\":true,\"typing\":false,\"note\":\"");
    assertThat(signals())
        .extracting(signal -> ((ChatSignal.Typing) signal).on())
        .containsExactly(true, false);
    assertThat(signals()).extracting(signal -> signal.address().value()).containsOnly(ADA);
    assertThat(signals()).extracting(signal -> signal.device().id()).containsOnly(id(0xd1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"love", "like", "dislike", "laugh", "emphasize", "question"})
  void reactsToAMessage(String reaction) {
    assertThat(react(SENT, reaction).body())
        .isEqualTo("{\"ok\":true,\"reaction\":\"" + reaction + "\"}");
    var device = world.stores().devices().find(id(0xd1)).orElseThrow();
    assertThat(signals())
        .containsExactly(new ChatSignal.React(device, new PhoneNumber(ADA), "G-1", reaction));
  }

  @Test
  void passesOnWhatTheRelaySaysAndDoesNotTryAgain() {
    mock()
        .whenAnyExchangeReceived(
            exchange ->
                exchange
                    .getMessage()
                    .setBody(new ChatSignal.Outcome.NotConfirmed("No answer in time")));
    var error = "{\"error\":\"BlueBubbles error: No answer in time\",\"code\":\"UPSTREAM_ERROR\"}";

    assertRefused(react(SENT, "love"), 502, error);
    assertRefused(type("POST", SENT), 502, error);
    assertRefused(type("DELETE", SENT), 502, error);
    assertThat(signals()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"messageId\":\" \"}", "{\"messageId\":7}"})
  void wantsAMessageToTypeUnder(String body) {
    for (var method : List.of("POST", "DELETE")) {
      assertRefused(
          call(method, TYPING, key, body),
          400,
          "{\"error\":\"messageId required\",\"code\":\"VALIDATION_ERROR\"}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                             | messageId and reaction required",
        "{'messageId':'x'}                              | messageId and reaction required",
        "{'reaction':'love'}                            | messageId and reaction required",
        "{'messageId':'x','reaction':'hug'}             | Invalid reaction type",
        "{'messageId':'x','reaction':'love'}            | Invalid messageId"
      })
  void wantsAMessageAndAReaction(String body, String error) {
    assertRefused(
        call("POST", REACT, key, body.replace('\'', '"')),
        400,
        "{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void knowsMessagesOfTheWorkspaceAlone() {
    var unknown = "{\"error\":\"Message not found\",\"code\":\"NOT_FOUND\"}";

    assertRefused(type("POST", ApiWorld.OTHER_MESSAGE), 404, unknown);
    assertRefused(type("DELETE", "nonsense"), 404, unknown);
    assertRefused(react(ApiWorld.OTHER_MESSAGE, "love"), 404, unknown);
    assertRefused(react(id(0xdead), "love"), 404, unknown);
    assertThat(signals()).isEmpty();
  }

  @Test
  void needsToKnowThePerson() {
    insert(aMessage().withId(id(0xaa)).toNobody().forLead(id(0xdead)).build());

    assertRefused(
        type("POST", id(0xaa)),
        400,
        "{\"error\":\"Cannot determine contact phone for typing\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        react(id(0xaa), "love"),
        400,
        "{\"error\":\"Cannot determine contact phone for reaction\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void takesThePersonsAddressFromTheLead() {
    world.stores().leads().create(aLead().withPhone("+12025550188").build());
    insert(aMessage().withId(id(0xaa)).toNobody().build());

    assertThat(type("POST", id(0xaa)).status()).isEqualTo(200);
    assertThat(signals())
        .extracting(signal -> signal.address().value())
        .containsExactly("+12025550188");
  }

  @Test
  void reactsOnlyToWhatTheDeviceKnows() {
    var unknown =
        "{\"error\":\"Message has no BlueBubbles ID — cannot react\",\"code\":\"VALIDATION_ERROR\"}";
    var text = aSendingMessage("s-2").withId(id(0xab)).ofType(MessageType.SMS).build();
    insert(text.sent("SM1", NOW));

    assertRefused(react(ApiWorld.MESSAGE, "love"), 400, unknown);
    assertRefused(react(id(0xab), "love"), 400, unknown);
  }

  @Test
  void needsALineOnADevice() {
    var noLine =
        "{\"error\":\"Line not found or missing credentials\",\"code\":\"VALIDATION_ERROR\"}";
    world.stores().lines().insert(aLine().withId(id(0x7b)).overSms(anSmsAccount()).build());
    insert(aMessage().withId(id(0xaa)).fromLine(id(0xdead)).build());
    insert(aMessage().withId(id(0xab)).fromLine(id(0x7b)).build());
    insert(aSendingMessage("s-3").withId(id(0xac)).fromLine(id(0xdead)).build().sent("G-3", NOW));

    assertRefused(type("POST", id(0xaa)), 400, noLine);
    assertRefused(type("POST", id(0xab)), 400, noLine);
    assertRefused(react(id(0xac), "love"), 400, noLine);
  }

  @Test
  void keepsToTheKeysLinesAndScopes() {
    var narrow = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));
    var reader = world.keyAllowing(Scope.MESSAGES_READ);
    var line = "{\"error\":\"Line not accessible\",\"code\":\"line_not_accessible\"}";
    var body = body(SENT, "love");

    assertRefused(call("POST", REACT, narrow, body), 403, line);
    assertRefused(call("POST", TYPING, narrow, body), 403, line);
    assertThat(call("POST", REACT, reader, body).status()).isEqualTo(403);
    assertThat(call("DELETE", TYPING, reader, body).status()).isEqualTo(403);
    assertThat(call("POST", TYPING, "nobody", body).status()).isEqualTo(401);
    assertThat(signals()).isEmpty();
  }

  @Test
  void refusesAReadOnlyWorkspace() {
    var readOnly = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    var refusal = "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}";

    assertRefused(call("POST", TYPING, readOnly, "{}"), 402, refusal);
    assertRefused(call("DELETE", TYPING, readOnly, "{}"), 402, refusal);
    assertRefused(call("POST", REACT, readOnly, "{}"), 402, refusal);
  }

  private void insert(Message message) {
    assertThat(message.workspaceId()).isEqualTo(WORKSPACE);
    world.stores().messages().insert(message, Optional.of("device:" + id(0xd1)), List.of());
  }

  private List<ChatSignal> signals() {
    return mock().getReceivedExchanges().stream()
        .map(exchange -> exchange.getMessage().getBody(ChatSignal.class))
        .toList();
  }

  private MockEndpoint mock() {
    return api.context().getEndpoint(ApiContext.SIGNALLED, MockEndpoint.class);
  }

  private Answer type(String method, String messageId) {
    return call(method, TYPING, key, "{\"messageId\":\"" + messageId + "\"}");
  }

  private Answer react(String messageId, String reaction) {
    return call("POST", REACT, key, body(messageId, reaction));
  }

  private static String body(String messageId, String reaction) {
    return "{\"messageId\":\"" + messageId + "\",\"reaction\":\"" + reaction + "\"}";
  }

  private Answer call(String method, String path, String as, String body) {
    return api.call(method + " " + path, path, as, body);
  }
}
