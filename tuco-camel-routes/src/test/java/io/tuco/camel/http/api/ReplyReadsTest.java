package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.message.Content;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Send;
import io.tuco.core.store.ReplyStore;
import io.tuco.core.workspace.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people have written back, over HTTP (API contract, section 10). */
final class ReplyReadsTest extends DirectShelf {

  private static final String PATH = "/api/replies";
  private static final String LEAD = id(0x1ead);

  @Test
  void answersARowWithEverythingAroundIt() {
    world.stores().leads().create(aLead().withId(LEAD).named("Ada Lovelace").build());
    sent(1, "x".repeat(201));
    var first = replied("guid-1", "+12025550100", NOW.plusSeconds(5), "Yes?", Optional.of(LEAD));
    var second =
        replied("guid-2", "+12025550100", NOW.plusSeconds(6), "y".repeat(300), Optional.of(LEAD));

    var answer = list("", key);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            ("{\"replies\":[{\"leadId\":\"%s\",\"messageId\":\"%s\",\"message\":\"%s\","
                    + "\"respondedAtUtc\":\"2027-03-12T12:00:06.123Z\","
                    + "\"recipientPhone\":\"+12025550100\",\"name\":\"Ada Lovelace\","
                    + "\"recentReplies\":[{\"messageId\":\"%s\",\"message\":\"%s\","
                    + "\"receivedAtUtc\":\"2027-03-12T12:00:06.123Z\"},"
                    + "{\"messageId\":\"%s\",\"message\":\"Yes?\","
                    + "\"receivedAtUtc\":\"2027-03-12T12:00:05.123Z\"}],"
                    + "\"parentMessages\":[{\"messageId\":\"%s\",\"message\":\"%s\","
                    + "\"sentAtUtc\":\"2027-03-12T12:00:00.124Z\",\"batchId\":\"spring\"}]}],"
                    + "\"total\":1,\"page\":1,\"limit\":50,\"totalPages\":1}")
                .formatted(
                    LEAD,
                    second,
                    "y".repeat(300),
                    second,
                    "y".repeat(200),
                    first,
                    id(1),
                    "x".repeat(200)));
  }

  @Test
  void showsRepliesThatBelongToNoLead() {
    var message = replied("guid-1", "+12025550100", NOW, "Who is this?", Optional.empty());

    assertThat(list("", key).body())
        .isEqualTo(
            ("{\"replies\":[{\"leadId\":null,\"messageId\":\"%1$s\","
                    + "\"message\":\"Who is this?\","
                    + "\"respondedAtUtc\":\"2027-03-12T12:00:00.123Z\","
                    + "\"recipientPhone\":\"+12025550100\","
                    + "\"recentReplies\":[{\"messageId\":\"%1$s\","
                    + "\"message\":\"Who is this?\","
                    + "\"receivedAtUtc\":\"2027-03-12T12:00:00.123Z\"}],"
                    + "\"parentMessages\":[]}],"
                    + "\"total\":1,\"page\":1,\"limit\":50,\"totalPages\":1}")
                .formatted(message));
  }

  @Test
  void pagesAndFilters() {
    world.stores().leads().create(aLead().withId(LEAD).build());
    var ofLead = replied("guid-1", "+12025550100", NOW, "one", Optional.of(LEAD));
    var other = replied("guid-2", "+12025550111", NOW.plusSeconds(1), "two", Optional.empty());

    assertThat(list("?page=2&limit=1", key).body())
        .contains(ofLead)
        .doesNotContain(other)
        .endsWith("\"total\":2,\"page\":2,\"limit\":1,\"totalPages\":2}");
    assertThat(list("?leadId=" + LEAD, key).body()).contains(ofLead).doesNotContain(other);
    assertThat(list("?recipientPhone=(202)%20555-0111", key).body())
        .contains(other)
        .doesNotContain(ofLead);
    assertThat(list("?recipientPhone=%2B12025550111", key).body()).contains(other);
    assertThat(list("?lineId=" + ApiWorld.LINE, key).body()).contains("\"total\":2");
    assertThat(list("?lineId=" + id(0x99), key).body()).contains("\"total\":0");
    assertThat(list("?dateFrom=2027-03-12&dateTo=2027-03-12", key).body()).contains("\"total\":2");
    assertThat(list("?dateTo=2027-03-11", key).body()).contains("\"total\":0");
    assertThat(list("?recipientPhone=12", key).body())
        .isEqualTo("{\"replies\":[],\"total\":0,\"page\":1,\"limit\":50,\"totalPages\":0}");
    assertThat(list("?recipientEmail=nobody", key).body()).contains("\"total\":0");
  }

  @Test
  void showsTheLinesOfItsKeyAlone() {
    replied("guid-1", "+12025550100", NOW, "one", Optional.empty());
    var elsewhere = world.keyOf(anApiKey().forLines(id(0x99)));
    var here = world.keyOf(anApiKey().forLines(ApiWorld.LINE));

    assertThat(list("", elsewhere).body()).contains("\"total\":0");
    assertThat(list("", here).body()).contains("\"total\":1");
    assertRefused(
        list("?lineId=" + ApiWorld.LINE, elsewhere),
        403,
        "{\"error\":\"Line not accessible\",\"code\":\"line_not_accessible\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?leadId=x | Invalid leadId",
        "?campaignId=x | Invalid campaignId",
        "?lineId=x | Invalid lineId",
        "?dateFrom=x | Invalid dateFrom",
        "?dateTo=x | Invalid dateTo",
        "?dateFrom=2027-03-13&dateTo=2027-03-12 | dateFrom must be <= dateTo",
        "?campaignId=x&leadId=y | Invalid leadId",
        "?page=0 | Invalid page",
        "?limit=x | Invalid limit"
      })
  void refusesInTheDocumentedWords(String query, String error) {
    assertRefused(
        list(query, key), 400, "{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void knowsNoOtherLeadsAndNoCampaigns() {
    world.stores().leads().create(aLead().withId(id(5)).inWorkspace("org_other").build());
    var missing = "{\"error\":\"Lead not found or access denied\",\"code\":\"NOT_FOUND\"}";

    assertRefused(list("?leadId=" + id(404), key), 404, missing);
    assertRefused(list("?leadId=" + id(5), key), 404, missing);
    assertRefused(
        list("?campaignId=" + id(1), key),
        404,
        "{\"error\":\"Campaign not found\",\"code\":\"NOT_FOUND\"}");
  }

  @Test
  void isForKeysThatMayRead() {
    assertRefused(
        list("", world.keyAllowing(Scope.LEADS_READ)),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertRefused(
        list("", "nobody"), 401, "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertThat(list("", world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE))).status())
        .isEqualTo(200);
  }

  @Test
  void apologisesInTheDocumentedWordsWhenItBreaks() {
    world.watched().breakDown(ReplyStore.class);

    assertRefused(
        list("", key), 500, "{\"error\":\"Failed to fetch replies\",\"code\":\"INTERNAL_ERROR\"}");
  }

  @Test
  void saysThatTheStoreIsAway() {
    list("", key);
    world.watched().goAway();

    assertRefused(
        list("", key), 503, "{\"error\":\"Store not available\",\"code\":\"UNAVAILABLE\"}");
  }

  private void sent(int number, String text) {
    var message =
        aMessage()
            .withId(id(number))
            .inBatch("spring")
            .withText(text)
            .build()
            .sending(Send.ofText("s-" + number, text, List.of(), NOW), NOW)
            .sent("p:0/" + number, NOW.plusMillis(1));
    assertThat(message.status()).isEqualTo(MessageStatus.SENT);
    store(message);
  }

  private String replied(
      String guid, String phone, Instant at, String text, Optional<String> leadId) {
    var belonging = new Belonging(Optional.of(ApiWorld.LINE), leadId, Optional.empty());
    var message =
        new InboundMessage(
                WORKSPACE,
                MessageType.IMESSAGE,
                new PhoneNumber(phone),
                Content.text(text),
                guid,
                at,
                belonging)
            .received(NOW.plusSeconds(60), "corr-1");
    store(message);
    return message.id();
  }

  private void store(Message message) {
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  private Answer list(String query, String someKey) {
    return api.call("GET " + PATH, PATH + query, someKey, null);
  }
}
