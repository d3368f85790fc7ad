package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.StoredFile;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.store.FileStore.Piece;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.SendDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/messages} (/v1 contract, sections 4 and 6). */
final class SendMessageTest extends V1Shelf {

  private static final String PATH = "/v1/messages";
  private static final String LINE = "+12025550171";
  private static final String ADA = "+12025550190";
  private static final String FILE = id(0xf1);

  private long before;

  @BeforeEach
  void count() {
    before = stored();
  }

  @Test
  void answersAStubAndWakesTheLane() throws Exception {
    var woken = api.context().getEndpoint(ApiContext.WOKEN, MockEndpoint.class);
    woken.expectedMessageCount(1);

    var answer = send("\"text\":\"Hi {{firstName}} {you}\"");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo(
            "{\"id\":\"obx_%s\",\"status\":\"pending\",\"request_id\":\"%s\"}"
                .formatted(idIn(answer), answer.headers().get("X-Request-Id")));
    woken.assertIsSatisfied();
  }

  @Test
  void fixesTheLineAndTheAddressAndTakesTheTextAsItIs() {
    var message = messageOf(send("\"text\":\"Hi {{firstName}} {you}\""));

    assertThat(message.type()).isEqualTo(MessageType.IMESSAGE);
    assertThat(message.origin().lineId()).contains(ApiWorld.LINE);
    assertThat(message.origin().linePinned()).isTrue();
    assertThat(message.recipient().order().alternates()).isFalse();
    assertThat(message.content().manner().literal()).isTrue();
    assertThat(message.content().text()).isEqualTo("Hi {{firstName}} {you}");
    assertThat(message.window()).isEqualTo(WindowSettings.none());
    assertThat(message.origin().leadId()).isPresent();
  }

  @Test
  void takesTheIdOfALineAndAnAppleId() {
    var body = "{\"from\":\"ln_" + ApiWorld.LINE + "\",\"to\":\"Ada@Example.com\",\"text\":\"Hi\"}";

    var message = messageOf(post(PATH, body));

    assertThat(message.recipient().email().orElseThrow().value()).isEqualTo("ada@example.com");
    assertThat(message.recipient().phone()).isEmpty();
  }

  @Test
  void refusesWhatIsNoJsonObjectAndATextTooLong() {
    for (var body : List.of("", "[]", "{", "\"text\"", "null")) {
      assertThat(post(PATH, body).body()).contains(code("invalid_json"));
    }
    var most = "😀".repeat(20_000);
    assertThat(send("\"text\":\"" + most + "\"").status()).isEqualTo(201);
    assertThat(send("\"text\":\"" + most + "a\"").body())
        .contains(code("invalid_parameter_value"), "\"param\":\"text\"");
  }

  @Test
  void refusesALineOutsideOfTheKeysButNotTheSandbox() {
    var sandbox = SandboxApiTest.addSandboxLine(world);
    SandboxApiTest.pair(world, "user_ada", ADA);
    key = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE).ofUser("user_ada"));

    assertThat(send("\"text\":\"Hi\"").body()).contains(code("line_not_accessible"));
    assertThat(post(PATH, body(sandbox.handle(), ADA, "\"text\":\"Hi\"")).status()).isEqualTo(201);
  }

  @Test
  void storesWhatNobodyMayWriteToAndFailsIt() {
    world
        .stores()
        .doNotContact()
        .add(
            new DoNotContact(
                id(0xdc),
                WORKSPACE,
                new PhoneNumber(ADA),
                Optional.empty(),
                DoNotContact.Source.MANUAL,
                Fixtures.NOW));

    var answer = send("\"text\":\"Hi\"");
    var item = get("/v1/outbox?id=obx_" + idIn(answer));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(item.body())
        .contains(
            "\"status\":\"failed\"", "\"error\":\"Recipient is on the do-not-contact list.\"");
  }

  @Test
  void writesOnlyToThoseWhoWroteFirstWhereTheLineSaysSo() {
    useLine(aLine().answeringOnly(true));

    var refused = send("\"text\":\"Hi\"");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .contains(
            "\"type\":\"invalid_request_error\"",
            code("contact_has_not_messaged"),
            "\"message\":\"Cannot send to a contact who has not messaged this line first.\"",
            "\"param\":\"to\"");

    receive(ADA, "guid-1");

    assertThat(send("\"text\":\"Hi\"").status()).isEqualTo(201);
    assertThat(apiSend("+12025550191").status()).isEqualTo(201);
  }

  @Test
  void takesTheWorkspacesRuleWhereTheLineHasNone() {
    useWorkspace(aWorkspace().sending(new SendDefaults(Duration.ZERO, false, true)).build());

    assertThat(send("\"text\":\"Hi\"").body()).contains(code("contact_has_not_messaged"));

    useLine(aLine().answeringOnly(false));

    assertThat(send("\"text\":\"Hi\"").status()).isEqualTo(201);
  }

  @Test
  void answersAMessageOfTheLine() {
    var inbound = receive(ADA, "guid-of-ada");

    var byId = messageOf(send("\"text\":\"Yes\",\"reply_to\":\"msg_" + inbound.id() + "\""));
    var byGuid = messageOf(send("\"text\":\"No\",\"reply_to\":\"guid-of-ada\""));

    assertThat(byId.content().manner().answers()).contains("guid-of-ada");
    assertThat(byGuid.content().manner().answers()).contains("guid-of-ada");
  }

  @Test
  void sendsAFileThatWasUploaded() {
    var file =
        new StoredFile(
            FILE, WORKSPACE, Optional.of("a.png"), "image/png", 3, 1, world.clock().instant());
    world.stores().files().add(new Piece(WORKSPACE, FILE, 0, file.createdAt(), new byte[3]));
    world.stores().files().insert(file);

    var answer = send("\"attachments\":[\"file_" + FILE + "\"]");
    var item = get("/v1/outbox?id=obx_" + idIn(answer));

    assertThat(messageOf(answer).content().attachments())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.name()).contains("a.png");
              assertThat(Fixtures.fileLinks().ofUrl(sent.url()).orElseThrow().fileId())
                  .isEqualTo(FILE);
            });
    assertThat(item.body()).contains("\"attachments\":[\"file_" + FILE + "\"]");

    world.clock().advance(StoredFile.KEPT);
    assertThat(send("\"attachments\":[\"file_" + FILE + "\"]").body())
        .contains(code("file_not_found"));
  }

  @Test
  void writesToAChatByItsId() {
    var inbound = receive(ADA, "guid-1");
    var listed = get("/v1/messages?from=%2B12025550171&to=%2B12025550190").body();
    var chat = listed.replaceAll(".*\"chat_id\":\"(cht_[0-9a-f]+)\".*", "$1");

    var message = messageOf(post(PATH, body(LINE, chat, "\"text\":\"Hi\"")));

    assertThat(message.chatWith()).isEqualTo(inbound.chatWith());
  }

  @Test
  void sendsTheSameWordsTwiceUnlessTheWorkspaceMinds() {
    var first = send("\"text\":\"ok\"");
    var second = send("\"text\":\"ok\"");

    assertThat(idIn(second)).isNotEqualTo(idIn(first));

    useWorkspace(
        aWorkspace().guarding(new DoubleSendGuard(false, Duration.ofSeconds(60), true)).build());
    var guarded = send("\"text\":\"fine\"");
    var again = send("\"text\":\"fine\"");

    assertThat(again.status()).isEqualTo(201);
    assertThat(idIn(again)).isEqualTo(idIn(guarded));
    assertThat(stored()).isEqualTo(before + 3);
  }

  @Test
  void givesTheFirstAnswerAgainUnderItsKey() {
    var headers = Map.<String, Object>of("Idempotency-Key", "k-1");
    var first = post(PATH, body(LINE, ADA, "\"text\":\"Hi\""), headers);
    world.clock().advance(Duration.ofHours(23));
    var again =
        post(PATH, "{\"text\":\"Hi\",\"to\":\"" + ADA + "\",\"from\":\"" + LINE + "\"}", headers);
    var other = post(PATH, body(LINE, ADA, "\"text\":\"Ho\""), headers);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers())
        .containsEntry("Idempotency-Replayed", "true")
        .containsEntry("X-Request-Id", first.headers().get("X-Request-Id"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains(code("idempotency_key_reused"));
    assertThat(stored()).isEqualTo(before + 1);
  }

  @Test
  void keepsAKeyFreeAfterARefusalAndApartFromThatOfApi() {
    var headers = Map.<String, Object>of("Idempotency-Key", "k-2");
    assertThat(post(PATH, "{}", headers).status()).isEqualTo(400);
    var sent = post(PATH, body(LINE, ADA, "\"text\":\"Hi\""), headers);
    var other =
        api.call(
            "POST /api/messages",
            "/api/messages",
            Map.of("Authorization", "Bearer " + key, "Idempotency-Key", "k-2"),
            "{\"message\":\"Hi\",\"recipientPhone\":\"" + ADA + "\"}");

    assertThat(sent.status()).isEqualTo(201);
    assertThat(other.status()).isIn(200, 201);
    assertThat(stored()).isEqualTo(before + 2);
  }

  @Test
  void refusesAKeyThatIsNone() {
    for (var word : List.of("", "a b", "ü", "x".repeat(256))) {
      var answer = post(PATH, body(LINE, ADA, "\"text\":\"Hi\""), Map.of("Idempotency-Key", word));

      assertThat(answer.body())
          .contains(code("invalid_parameter_value"), "\"param\":\"Idempotency-Key\"");
    }
  }

  @Test
  void storesOneMessageHoweverManyCallAtOnceUnderAKey() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    var call =
        (Callable<Answer>)
            () ->
                post(PATH, body(LINE, ADA, "\"text\":\"Hi\""), Map.of("Idempotency-Key", "k-race"));

    var answers = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> call).toList());
    threads.shutdown();

    var bodies =
        answers.stream()
            .map(
                answer -> {
                  try {
                    return answer.get().body();
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                })
            .collect(Collectors.toSet());
    assertThat(bodies).hasSize(1);
    assertThat(stored()).isEqualTo(before + 1);
  }

  @Test
  void isSeenByEitherFacade() {
    var id = idIn(send("\"text\":\"From v1\""));
    var there = api.call("GET /api/messages/{id}", "/api/messages/" + id, key, null);
    var sent = apiSend("+12025550191");
    var apiId = sent.body().replaceAll(".*\"_id\":\"([0-9a-f]{24})\".*", "$1");
    var here = get("/v1/outbox?id=obx_" + apiId);

    assertThat(there.body())
        .contains("\"message\":\"From v1\"", "\"recipientPhone\":\"" + ADA + "\"");
    assertThat(here.status()).isEqualTo(200);
    assertThat(here.body()).contains("\"text\":\"From api\"", "\"to\":\"+12025550191\"");
  }

  private Answer apiSend(String to) {
    return api.call(
        "POST /api/messages",
        "/api/messages",
        key,
        "{\"message\":\"From api\",\"recipientPhone\":\""
            + to
            + "\",\"fromLineId\":\""
            + ApiWorld.LINE
            + "\"}");
  }

  private Message receive(String from, String guid) {
    var message =
        aMessage().withId(id(0xaaa)).withText("Hello?").toPhone(from).receivedAs(guid).build();
    world.stores().messages().insert(message, Optional.empty(), List.of());
    return message;
  }

  private Answer send(String more) {
    return post(PATH, body(LINE, ADA, more));
  }

  private static String body(String from, String to, String more) {
    return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"," + more + "}";
  }

  private Message messageOf(Answer answer) {
    return world.stores().messages().find(WORKSPACE, idIn(answer)).orElseThrow();
  }

  private static String idIn(Answer answer) {
    return answer.body().replaceAll(".*\"obx_([0-9a-f]{24})\".*", "$1");
  }

  private long stored() {
    return world
        .stores()
        .messages()
        .page(WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }
}
