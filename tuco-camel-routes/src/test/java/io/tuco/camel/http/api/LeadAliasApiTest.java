package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.Rivals;
import io.tuco.core.workspace.Member;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sends tell of people who are known already (API contract, sections 2.6 and 8). */
final class LeadAliasApiTest {

  private static final String PATH = "/api/messages";

  private DirectApi api;
  private String key;
  private int words;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    key = api.world().key();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void showsWhoElseArrivedUnderAKnownPhone() {
    var id = sends("\"recipientName\":\"Ada Lovelace\",\"ghlContactId\":\"ghl-1\"");
    var seen = api.world().clock().instant();

    var same =
        sends(
            "\"recipientName\":\"Countess King\",\"ghlContactId\":\"ghl-2\","
                + "\"ghlLocationId\":\"loc-2\"");

    assertThat(same).isEqualTo(id);
    assertThat(lead(id))
        .contains("\"firstName\":\"Ada\",\"lastName\":\"Lovelace\"")
        .contains("\"ghlRecordId\":\"ghl-1\",\"ghlLocationId\":\"loc-2\"")
        .contains("\"ghlRecordIds\":[\"ghl-1\",\"ghl-2\"]")
        .contains(
            "\"aliases\":[{\"name\":\"Countess King\",\"firstName\":\"Countess\","
                + "\"lastName\":\"King\",\"ghlRecordId\":\"ghl-2\","
                + "\"ghlLocationId\":\"loc-2\",\"firstSeenAt\":\"")
        .contains(seen.toString().substring(0, 19));
  }

  @Test
  void keepsTheIdsOfTheRequestOnTheMessage() {
    sends("\"ghlContactId\":\"ghl-1\"");

    assertThat(answer("+12025550190", "\"ghlContactId\":\"ghl-2\"").body())
        .contains("\"success\":true")
        .contains("\"ghlContactId\":\"ghl-2\"");
  }

  @Test
  void findsAPersonByAnyOfTheirRecordsAfterPhoneAndEmail() {
    var id = sends("\"ghlContactId\":\"ghl-1\"");
    sends("\"ghlContactId\":\"ghl-2\"");

    var byRecord = answer("+12025550191", "\"ghlContactId\":\"ghl-2\"");

    assertThat(byRecord.status()).isEqualTo(200);
    assertThat(byRecord.body()).contains("\"leadId\":\"" + id + "\"");
  }

  @Test
  void losesNoneOfManyWhoArriveAtOnce() {
    var id = sends("\"ghlContactId\":\"ghl\"");

    Rivals.race(
        8,
        number ->
            api.call(
                "POST " + PATH,
                PATH,
                key,
                "{\"message\":\"Rival %d\",\"recipientPhone\":\"+12025550190\",\"ghlContactId\":\"ghl-%d\"}"
                    .formatted(number, number % 4)));

    var stored = api.world().stores().leads().find(WORKSPACE, id).orElseThrow();
    assertThat(stored.ghlRecordIds())
        .containsExactlyInAnyOrder("ghl", "ghl-0", "ghl-1", "ghl-2", "ghl-3");
    assertThat(stored.aliases().items()).hasSize(4);
  }

  @Test
  void makesNoAliasOfWhoIsWrittenToUnderANamedLead() {
    var id = sends("\"recipientName\":\"Ada\"");

    answer("+12025550192", "\"leadId\":\"" + id + "\",\"recipientName\":\"Somebody\"");

    assertThat(lead(id)).contains("\"aliases\":[]");
  }

  @Test
  void namesTheUserWhoOwnsTheContact() {
    var id = sends("\"recipientName\":\"Ada\"");
    assertThat(lead(id)).doesNotContain("contactOwnerId");
    member("user_1", "first@example.com");
    member("user_2", "second@example.com");

    assertThat(lead(id)).contains("\"contactOwnerEmail\":null,\"contactOwnerId\":\"user_1\"");
    changes(id, "second@example.com");
    assertThat(lead(id)).contains("\"contactOwnerId\":\"user_2\"");
    assertThat(api.call("GET /api/leads", "/api/leads", key, "").body())
        .contains("\"contactOwnerId\":\"user_2\"");
  }

  private void changes(String id, String owner) {
    var answer =
        api.call(
            "PUT /api/leads/{id}",
            "/api/leads/" + id,
            key,
            "{\"contactOwnerEmail\":\"" + owner + "\"}");
    assertThat(answer.body()).contains("\"contactOwnerId\":\"user_2\"");
  }

  private void member(String id, String email) {
    api.world()
        .stores()
        .members()
        .insert(
            new Member(
                id,
                WORKSPACE,
                new EmailAddress(email),
                Optional.empty(),
                false,
                Fixtures.NOW.plusSeconds(words++)));
  }

  /** The lead of a send to the one phone. */
  private String sends(String more) {
    var body = answer("+12025550190", more).body();
    var at = body.indexOf("\"leadId\":\"") + 10;
    return body.substring(at, at + 24);
  }

  private Answer answer(String phone, String more) {
    return api.call(
        "POST " + PATH,
        PATH,
        key,
        "{\"message\":\"Hi %d\",\"recipientPhone\":\"%s\",%s}".formatted(words++, phone, more));
  }

  private String lead(String id) {
    return api.call("GET /api/leads", "/api/leads?id=" + id, key, "").body();
  }
}
