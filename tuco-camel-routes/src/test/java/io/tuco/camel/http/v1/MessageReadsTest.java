package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.NOW;
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
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/messages}: both directions of a chat, page by page. */
final class MessageReadsTest extends V1Shelf {

  private static final String ADA = "+12025550100";
  private static final String ASKED = "/v1/messages?from=%2B12025550171&to=";
  private static final String CHAT = ASKED + "%2B12025550100";

  @Test
  void showsWhatWasSaidBothWaysNewestFirst() throws Exception {
    insert(
        aSendingMessage("send-1")
            .withId(id(0xa1))
            .toPhone(ADA)
            .createdAt(NOW)
            .build()
            .sent("guid-1", NOW.plusSeconds(3)));
    insert(
        aMessage()
            .withId(id(0xa2))
            .toPhone(ADA)
            .withText("Yes")
            .createdAt(NOW.plusSeconds(9))
            .receivedAs("guid-2")
            .build());
    insert(aMessage().withId(id(0xa3)).toPhone(ADA).createdAt(NOW.plusSeconds(10)).build());
    insert(aMessage().withId(id(0xa4)).toPhone("+12025550191").receivedAs("guid-4").build());

    var answer = json(get(CHAT));

    assertThat(answer.path("data")).hasSize(2);
    var received = answer.at("/data/0");
    assertThat(received.path("id").asText()).isEqualTo("msg_" + id(0xa2));
    assertThat(received.path("sender").asText()).isEqualTo(ADA);
    assertThat(received.path("is_from_me").asBoolean()).isFalse();
    assertThat(received.path("outbox_id").isNull()).isTrue();
    var sent = answer.at("/data/1");
    assertThat(sent.path("guid").asText()).isEqualTo("guid-1");
    assertThat(sent.path("sender").asText()).isEqualTo("+12025550171");
    assertThat(sent.path("outbox_id").asText()).isEqualTo("obx_" + id(0xa1));
    assertThat(sent.path("service").asText()).isEqualTo("imessage");
    assertThat(sent.path("sent_at").asLong()).isEqualTo(NOW.plusSeconds(3).toEpochMilli());
    assertThat(sent.path("chat_id").asText())
        .isEqualTo("cht_" + ChatIds.chat(ApiWorld.LINE, ADA))
        .isEqualTo(received.path("chat_id").asText());
  }

  @Test
  void isAskedByTheIdOfTheChatAsWell() throws Exception {
    insert(aMessage().withId(id(0xa2)).toPhone(ADA).receivedAs("guid-2").build());

    var byId = json(get(ASKED + "cht_" + ChatIds.chat(ApiWorld.LINE, ADA)));

    assertThat(byId.path("data")).isEqualTo(json(get(CHAT)).path("data")).hasSize(1);
  }

  @Test
  void goesOnWhereAPageEndedWhateverComesMeanwhile() throws Exception {
    for (var i = 0; i < 7; i++) {
      // Two of a moment each.
      insert(received(i).createdAt(NOW.plusSeconds(i / 2)).build());
    }
    var seen = new ArrayList<String>();
    var next = Optional.of(CHAT + "&limit=3");
    for (var page = 0; next.isPresent(); page++) {
      var answer = json(get(next.get()));
      answer.path("data").forEach(each -> seen.add(each.path("id").asText()));
      insert(received(0x50 + page).createdAt(NOW.plusSeconds(100)).build());
      assertThat(answer.path("has_more").asBoolean())
          .isEqualTo(answer.path("next_cursor").isTextual());
      next =
          Optional.of(answer.path("next_cursor"))
              .filter(JsonNode::isTextual)
              .map(cursor -> CHAT + "&limit=3&cursor=" + cursor.asText());
    }

    assertThat(seen).hasSize(7);
    assertThat(new HashSet<>(seen)).hasSize(7);
    assertThat(seen.get(0)).isEqualTo("msg_" + id(0xc6));
  }

  @Test
  void answersAnEmptyListOfAnAddressThatWasNeverSeen() {
    assertThat(get(ASKED + "nobody@example.com").body())
        .startsWith("{\"data\":[],\"has_more\":false,\"next_cursor\":null,\"request_id\":");
  }

  @Test
  void knowsNoChatOfAnotherLine() {
    insert(aMessage().withId(id(0xa2)).toPhone(ADA).receivedAs("guid-2").build());
    var chat = "cht_" + ChatIds.chat(ApiWorld.LINE, ADA);

    assertThat(get("/v1/messages?from=%2B12025550173&to=" + chat).body())
        .contains(code("chat_not_found"));
  }

  @Test
  void keepsALineFromAKeyOfAnother() {
    var other = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));

    assertThat(get(CHAT, other).body()).contains(code("line_not_accessible"));
    assertThat(
            get("/v1/messages?from=ln_" + ApiWorld.INACTIVE_LINE + "&to=" + "a@b.example", other)
                .status())
        .isEqualTo(200);
  }

  private static MessageBuilder received(int number) {
    return aMessage().withId(id(0xc0 + number)).toPhone(ADA).receivedAs("guid-" + number);
  }

  private void insert(Message message) {
    var lane =
        Optional.of("device:" + id(0xd1)).filter(id -> message.status() == MessageStatus.PENDING);
    world.stores().messages().insert(message, lane, List.of());
  }

  private static JsonNode json(Answer answer) throws Exception {
    assertThat(answer.status()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
