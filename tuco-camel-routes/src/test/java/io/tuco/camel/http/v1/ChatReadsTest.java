package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.event.ChatIds;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.Chat;
import io.tuco.core.message.Message;
import io.tuco.core.message.Tapback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /v1/chats}, {@code typing}, {@code receipts} and {@code reactions}. */
final class ChatReadsTest extends V1Shelf {

  private static final String ADA = "+12025550100";
  private static final String LINE = "from=%2B12025550171";
  private static final String CHATS = "/v1/chats?" + LINE;
  private static final String WITH_ADA = LINE + "&to=%2B12025550100";

  private final ObjectMapper mapper = new ObjectMapper();

  private JsonNode json(Answer answer) throws Exception {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return mapper.readTree(answer.body());
  }

  private Chat opens(String person, Instant at) {
    var chat =
        Chat.opened(
            ChatIds.chat(ApiWorld.LINE, person), WORKSPACE, ApiWorld.LINE, person, false, at);
    world.stores().chats().open(chat);
    return chat;
  }

  private void insert(Message message) {
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  @Test
  void listsTheConversationsOfALine() throws Exception {
    var chat = opens(ADA, NOW);
    insert(
        aSendingMessage("send-1")
            .withId(id(0xa1))
            .toPhone(ADA)
            .createdAt(NOW)
            .build()
            .sent("guid-1", NOW.plusSeconds(3)));

    var shown = json(get(CHATS)).at("/data/0");

    assertThat(shown.path("id").asText()).isEqualTo("cht_" + chat.id());
    assertThat(shown.path("line_id").asText()).isEqualTo("ln_" + ApiWorld.LINE);
    assertThat(shown.path("identifier").asText()).isEqualTo(ADA);
    assertThat(shown.path("service").asText()).isEqualTo("imessage");
    assertThat(shown.path("last_message_at").asLong()).isEqualTo(NOW.plusSeconds(3).toEpochMilli());
    assertThat(shown.path("is_group").asBoolean()).isFalse();
    assertThat(shown.path("has_received_inbound").asBoolean()).isFalse();
  }

  @Test
  void knowsWhoHasWritten() throws Exception {
    opens(ADA, NOW);
    opens("+12025550191", NOW.plusSeconds(1));
    insert(aMessage().withId(id(0xa2)).toPhone(ADA).createdAt(NOW).receivedAs("guid-2").build());

    var data = json(get(CHATS)).path("data");

    assertThat(data.at("/0/last_message_at").isNull()).isTrue();
    assertThat(data.at("/0/has_received_inbound").asBoolean()).isFalse();
    assertThat(data.at("/1/has_received_inbound").asBoolean()).isTrue();
  }

  @Test
  void pagesThroughAllOfThemOnceWhateverBegins() throws Exception {
    for (var i = 0; i < 9; i++) {
      opens("+1202555020" + i, NOW.plusSeconds(i / 2));
    }
    var seen = new ArrayList<String>();
    var next = Optional.of(CHATS + "&limit=2");
    for (var page = 0; next.isPresent(); page++) {
      var answer = json(get(next.get()));
      answer.path("data").forEach(each -> seen.add(each.path("id").asText()));
      opens("+1202555030" + page, NOW.plusSeconds(100));
      next =
          Optional.of(answer.path("next_cursor"))
              .filter(JsonNode::isTextual)
              .map(cursor -> CHATS + "&limit=2&cursor=" + cursor.asText());
    }

    assertThat(seen).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void showsWhoTypesUntilItIsToldOtherwiseOrAMinuteIsOver() throws Exception {
    var chat = opens(ADA, NOW);
    world.stores().chats().noteTyping(chat, new Chat.Typing(true, NOW));

    var shown = json(get("/v1/typing?" + WITH_ADA)).at("/data/0");
    world.clock().advance(Duration.ofSeconds(60));
    var later = json(get("/v1/typing?" + WITH_ADA)).at("/data/0");

    assertThat(shown.path("id").asText()).startsWith("ind_");
    assertThat(shown.path("chat_id").asText()).isEqualTo("cht_" + chat.id());
    assertThat(shown.path("handle").asText()).isEqualTo(ADA);
    assertThat(shown.path("is_typing").asBoolean()).isTrue();
    assertThat(shown.path("updated_at").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(later.path("is_typing").asBoolean()).isFalse();
  }

  @Test
  void showsUpToWhenSomebodyHasRead() throws Exception {
    var chat = opens(ADA, NOW);
    var before = json(get("/v1/receipts?" + WITH_ADA));
    world.stores().chats().noteRead(chat, NOW.plusSeconds(5));

    var shown = json(get("/v1/receipts?" + LINE + "&to=cht_" + chat.id())).at("/data/0");

    assertThat(before.path("data")).isEmpty();
    assertThat(shown.path("id").asText()).startsWith("rcp_");
    assertThat(shown.path("handle").asText()).isEqualTo(ADA);
    assertThat(shown.path("last_read_at").asLong()).isEqualTo(NOW.plusSeconds(5).toEpochMilli());
  }

  @Test
  void showsTheReactionsToAMessage() throws Exception {
    var message =
        aSendingMessage("send-1").withId(id(0xa1)).toPhone(ADA).build().sent("guid-1", NOW);
    insert(message);
    var beside =
        message
            .annotations()
            .with(new Tapback(ADA, "love", NOW, false))
            .with(new Tapback(Tapback.US, "like", NOW.plusSeconds(1), true));
    world.stores().messages().annotate(WORKSPACE, id(0xa1), withRevision(beside));

    var data = json(get("/v1/reactions?message_id=msg_" + id(0xa1))).path("data");
    var byGuid = json(get("/v1/reactions?message_id=guid-1")).path("data");

    assertThat(data).hasSize(2).isEqualTo(byGuid);
    assertThat(data.at("/0/type").asText()).isEqualTo("love");
    assertThat(data.at("/0/sender").asText()).isEqualTo(ADA);
    assertThat(data.at("/0/added").asBoolean()).isTrue();
    assertThat(data.at("/1/is_from_me").asBoolean()).isTrue();
    assertThat(data.at("/1/sender").asText()).isEqualTo("+12025550171");
    assertThat(data.at("/1/added").asBoolean()).isFalse();
  }

  /** Two changes at once are one to the store. */
  private static Annotations withRevision(Annotations beside) {
    return new Annotations(
        1,
        beside.tapbacks(),
        beside.edit(),
        beside.unsentAt(),
        beside.ghlMessageId(),
        beside.arrival());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/chats | 400 | missing_required_parameter | from",
        "/v1/chats?from=x | 400 | invalid_parameter_value | from",
        "/v1/chats?from=%2B12025550171&limit=0 | 400 | invalid_parameter_value | limit",
        "/v1/chats?from=%2B12025550171&cursor=x | 400 | invalid_parameter_value | cursor",
        "/v1/chats?from=%2B12025550172 | 404 | line_not_found | from",
        "/v1/typing?from=%2B12025550171 | 400 | missing_required_parameter | to",
        "/v1/typing?from=%2B12025550171&to=cht_64b0c0ffee0000000000a001 | 404 | chat_not_found | to",
        "/v1/receipts?to=%2B12025550171 | 400 | missing_required_parameter | from",
        "/v1/receipts?from=%2B12025550171&to=msg_64b0c0ffee0000000000a001 | 400 | invalid_parameter_value | to",
        "/v1/reactions | 400 | missing_required_parameter | message_id",
        "/v1/reactions?message_id=cht_64b0c0ffee0000000000a001 | 400 | invalid_parameter_value | message_id",
        "/v1/reactions?message_id=msg_64b0c0ffee0000000000a001 | 404 | message_not_found | message_id",
      })
  void refusesWithCodeAndParameter(String target, int status, String code, String param) {
    var answer = get(target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(code(code), "\"param\":\"" + param + "\"");
  }

  @Test
  void isSilentAboutAnAddressThatWasNeverSeen() {
    assertThat(get("/v1/typing?" + LINE + "&to=%2B12025550199").body())
        .startsWith("{\"data\":[],\"has_more\":false,\"next_cursor\":null,\"request_id\":");
  }

  @Test
  void showsNothingOfALineThatTheKeyMayNotUse() {
    opens(ADA, NOW);
    var other = world.keyOf(anApiKey().forLines(id(0x99)));

    assertThat(get(CHATS, other).body()).contains(code("line_not_accessible"));
  }
}
