package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that is bound to one of a workspace's two lines (API contract, section 1.1). */
final class LineBoundKeyTest {

  private static final String REFUSED =
      "{\"error\":\"Line not accessible\",\"code\":\"line_not_accessible\"}";
  private static final String MINE = id(0x74);
  private static final String MY_MESSAGE = id(0xe4);

  private DirectApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    var stores = api.world().stores();
    stores.lines().insert(aLine().withId(MINE).withPhone("+12025550174").build());
    insert(aMessage().withId(MY_MESSAGE).fromLine(MINE).build());
    key = api.world().keyOf(anApiKey().forLines(MINE));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void sendsFromItsLineAlone() {
    var mine = send(",\"fromLineId\":\"" + MINE + "\"");
    var other = send(",\"fromLineId\":\"" + ApiWorld.LINE + "\"");
    var foreign = send(",\"fromLineId\":\"" + ApiWorld.OTHER_LINE + "\"");

    assertThat(mine.status()).isEqualTo(201);
    assertRefused(other);
    assertThat(foreign.status()).isEqualTo(404);
  }

  @Test
  void takesTurnsAmongItsLinesAlone() {
    var lines =
        IntStream.range(0, 6)
            .mapToObj(i -> send(",\"doubleSend\":" + i).body())
            .map(body -> body.replaceAll(".*\"fromLineId\":\"([^\"]*)\".*", "$1"))
            .collect(Collectors.toSet());

    assertThat(lines).isEqualTo(Set.of(MINE));
  }

  @Test
  void sendsManyFromItsLineAlone() {
    var answer =
        api.call(
            "POST /api/messages/bulk",
            "/api/messages/bulk",
            key,
            "{\"messages\":[{\"message\":\"a\",\"recipientPhone\":\"+12025550191\"},"
                + "{\"message\":\"b\",\"recipientPhone\":\"+12025550192\",\"fromLineId\":\""
                + ApiWorld.LINE
                + "\"}]}");

    assertThat(answer.body())
        .contains("\"accepted\":1", "\"rejected\":1", "\"code\":\"line_not_accessible\"");
  }

  @Test
  void rehearsesForItsLineAlone() {
    assertRefused(send(",\"dryRun\":true,\"fromLineId\":\"" + ApiWorld.LINE + "\""));
  }

  @Test
  void readsMessagesOfItsLineAlone() {
    assertThat(read(MY_MESSAGE).status()).isEqualTo(200);
    assertRefused(read(ApiWorld.MESSAGE));
    assertThat(read(ApiWorld.OTHER_MESSAGE).status()).isEqualTo(404);
  }

  @Test
  void listsMessagesOfItsLineAlone() {
    var all = list("");
    var mine = list("?lineId=" + MINE);

    assertThat(all.body())
        .contains(MY_MESSAGE, "\"totalCount\":1")
        .doesNotContain(ApiWorld.MESSAGE);
    assertThat(mine.body()).isEqualTo(all.body());
    assertRefused(list("?lineId=" + ApiWorld.LINE));
  }

  @Test
  void listsItsLineAlone() {
    var lines = api.call("GET /api/lines/by-user", "/api/lines/by-user", key, null);

    assertThat(lines.body()).contains(MINE).doesNotContain(ApiWorld.LINE);
  }

  @Test
  void resolvesNothingOfAnotherLine() {
    var answer =
        api.call(
            "POST /api/messages/{id}/resolve",
            "/api/messages/" + ApiWorld.MESSAGE + "/resolve",
            key,
            "{\"action\":\"confirm_sent\"}");

    assertRefused(answer);
  }

  @Test
  void cancelsWhatWaitsForItsLineAndNothingElse() {
    var lead = id(0x1eae);
    api.world().stores().leads().create(aLead().withId(lead).withPhone("+12025550186").build());
    IntStream.range(0, 250).forEach(i -> wait(0x1000 + i, lead, ApiWorld.LINE));
    IntStream.range(0, 3).forEach(i -> wait(0x2000 + i, lead, MINE));

    var mine = cancel(key, lead);
    var rest = cancel(api.world().key(), lead);

    assertThat(mine.body())
        .contains(
            "\"cancelledCount\":3",
            "\"messageIds\":[\""
                + String.join("\",\"", List.of(id(0x2000), id(0x2001), id(0x2002)))
                + "\"]");
    assertThat(rest.body()).contains("\"cancelledCount\":250");
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, ''",
    "POST, /health-check",
    "POST, /rotate-secret",
    "POST, /replay",
    "GET, /deliveries",
    "GET, /deliveries/{deliveryId}",
    "POST, /deliveries/{deliveryId}/replay",
  })
  void hasNoSayInAWebhookThatHearsOfOtherLines(String method, String rest) {
    var operation = method + " /api/webhooks/{id}" + rest;
    var path = "/api/webhooks/" + ApiWorld.WEBHOOK + rest.replace("{deliveryId}", "dlv_1_x");

    assertRefused(api.call(operation, path, key, method.equals("GET") ? null : "{}"));
  }

  @Test
  void makesNoWebhookThatWouldHearOfOtherLines() {
    var body =
        "{\"url\":\"https://hooks.example/x\",\"name\":\"Mine\",\"events\":[\"message.sent\"]}";

    assertRefused(api.call("POST /api/webhooks", "/api/webhooks", key, body));
    assertThat(api.call("GET /api/webhooks", "/api/webhooks", key, null).status()).isEqualTo(200);
  }

  private void wait(int number, String lead, String line) {
    var message =
        aMessage()
            .withId(id(number))
            .forLead(lead)
            .fromLine(line)
            .withStatus(MessageStatus.PENDING)
            .build();
    api.world().stores().messages().insert(message, Optional.of("device:any"), List.of());
  }

  private void insert(Message message) {
    api.world().stores().messages().insert(message, Optional.empty(), List.of());
  }

  private Answer send(String more) {
    return api.call(
        "POST /api/messages",
        "/api/messages",
        key,
        "{\"message\":\"Hi "
            + more.hashCode()
            + "\",\"recipientPhone\":\"+12025550190\""
            + more
            + "}");
  }

  private Answer read(String messageId) {
    return api.call("GET /api/messages/{id}", "/api/messages/" + messageId, key, null);
  }

  private Answer list(String query) {
    return api.call("GET /api/messages", "/api/messages" + query, key, null);
  }

  private Answer cancel(String anyKey, String lead) {
    return api.call(
        "POST /api/messages/cancel-for-lead",
        "/api/messages/cancel-for-lead",
        anyKey,
        "{\"leadId\":\"" + lead + "\"}");
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.body()).isEqualTo(REFUSED);
    assertThat(answer.status()).isEqualTo(403);
  }
}
