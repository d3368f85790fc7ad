package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.DoNotContact.Source;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.workspace.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom nobody of the workspace may write to (API contract, section 9). */
final class DoNotContactApiTest extends DirectShelf {

  private static final String PATH = "/api/dnc";
  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");

  @Test
  void addsAnEntryOnce() {
    var first = add("{\"phone\":\"(202) 555-0100\",\"reason\":\" asked us \",\"source\":\"crm\"}");
    var again = add("{\"phone\":\"+12025550100\",\"reason\":\"other\"}");

    var stored = world.stores().doNotContact().find(WORKSPACE, List.of(PHONE)).get(0);
    var shown =
        "{\"entry\":{\"_id\":\"%s\",\"phone\":\"+12025550100\",\"reason\":\"asked us\","
            + "\"source\":\"manual\",\"createdAt\":\"2027-03-12T12:00:00.123Z\"}}";
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body()).isEqualTo(shown.formatted(stored.id()));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void entersBothAddressesWhenBothAreNamed() {
    add("{\"phone\":\"+12025550100\"}");

    var answer = add("{\"phone\":\"+12025550100\",\"email\":\" Ada@Example.com \"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("\"phone\":\"+12025550100\"").doesNotContain("email");
    assertThat(list("").body()).contains("\"email\":\"ada@example.com\",\"source\":\"manual\"");
  }

  @Test
  void cancelsWhatWaitsForThePersonAgainEachTime() {
    var lead = aLead().withPhone("+12025550109").withAltPhones("+12025550100").build();
    world.stores().leads().create(lead);
    var toTheLead = aMessage().withId(id(1)).toPhone("+12025550109").forLead(lead.id()).build();
    var toTheAddress = aMessage().withId(id(2)).toPhone("+12025550100").forLead(id(404)).build();
    var toAnother = aMessage().withId(id(3)).toPhone("+12025550198").forLead(id(405)).build();
    for (var message : List.of(toTheLead, toTheAddress, toAnother)) {
      world.stores().messages().insert(message, Optional.of("lane"), List.of());
    }

    add("{\"phone\":\"+12025550100\"}");
    var late = aMessage().withId(id(4)).toPhone("+12025550100").forLead(lead.id()).build();
    world.stores().messages().insert(late, Optional.of("lane"), List.of());
    add("{\"phone\":\"+12025550100\"}");

    for (var gone : List.of(id(1), id(2), id(4))) {
      var message = world.stores().messages().find(WORKSPACE, gone).orElseThrow();
      assertThat(message.status()).isEqualTo(MessageStatus.CANCELLED);
      assertThat(message.progress().reason()).contains(Reasons.DO_NOT_CONTACT);
    }
    assertThat(world.stores().messages().find(WORKSPACE, id(3))).contains(toAnother);
    assertThat(world.stores().messages().find(OTHER_WORKSPACE, ApiWorld.OTHER_MESSAGE))
        .get()
        .matches(message -> message.status().isWaiting());
  }

  @Test
  void listsPagesAndSearchesItsOwnEntries() {
    enter(1, WORKSPACE, "+12025550101", NOW);
    enter(2, WORKSPACE, "+12025550102", NOW.plusMillis(1));
    enter(3, OTHER_WORKSPACE, "+12025550103", NOW);

    var second = list("?page=2&limit=1");
    var found = list("?search=0102");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body())
        .contains("\"_id\":\"" + id(1) + "\"")
        .doesNotContain(id(2), id(3))
        .contains("\"pagination\":{\"page\":2,\"limit\":1,\"totalCount\":2,\"totalPages\":2}");
    assertThat(found.body()).contains(id(2)).doesNotContain(id(1));
    assertThat(list("?search=%2B1202555010").body()).contains("\"totalCount\":2");
    assertThat(list("?search=0103").body())
        .isEqualTo(
            "{\"entries\":[],\"pagination\":"
                + "{\"page\":1,\"limit\":50,\"totalCount\":0,\"totalPages\":0}}");
  }

  @Test
  void removesAnEntryOfItsOwn() {
    enter(1, WORKSPACE, "+12025550100", NOW);

    var removed = remove("?id=" + id(1));

    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.body()).isEqualTo("{\"success\":true}");
    assertThat(world.stores().doNotContact().find(WORKSPACE, List.of(PHONE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | {\"error\":\"Either phone or email is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"phone\":\" \",\"email\":null} | {\"error\":\"Either phone or email is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"phone\":5} | {\"error\":\"phone must be a string\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"phone\":\"+12025550100\",\"reason\":[]}"
            + " | {\"error\":\"reason must be a string\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"phone\":\"12\"} | {\"error\":\"Invalid phone\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"phone\":\"+12025550100\",\"email\":\"x\"}"
            + " | {\"error\":\"Invalid email\",\"code\":\"VALIDATION_ERROR\"}",
        "[] | {\"error\":\"Request body must be a JSON object\",\"code\":\"VALIDATION_ERROR\"}",
        "{ | {\"error\":\"Invalid request body (JSON required)\",\"code\":\"VALIDATION_ERROR\"}"
      })
  void refusesToAddInTheDocumentedWords(String body, String error) {
    assertRefused(add(body), 400, error);
    assertThat(world.watched().writes()).isEmpty();
  }

  @Test
  void refusesAReasonThatIsTooLong() {
    assertThat(
            add("{\"phone\":\"+12025550100\",\"reason\":\"" + "x".repeat(1_000) + "\"}").status())
        .isEqualTo(201);
    assertRefused(
        add("{\"phone\":\"+12025550101\",\"reason\":\"" + "x".repeat(1_001) + "\"}"),
        400,
        "{\"error\":\"Invalid reason\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void refusesPagesThatAreNone() {
    assertRefused(
        list("?page=0"), 400, "{\"error\":\"Invalid page\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        list("?limit=x"), 400, "{\"error\":\"Invalid limit\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void answersAnotherWorkspacesEntryLikeAMissingOne() {
    enter(1, OTHER_WORKSPACE, "+12025550100", NOW);
    var missing = "{\"error\":\"DNC entry not found\",\"code\":\"NOT_FOUND\"}";

    assertRefused(remove("?id=" + id(1)), 404, missing);
    assertRefused(remove("?id=" + id(404)), 404, missing);
    assertRefused(remove("?id=x"), 404, missing);
    assertRefused(remove(""), 400, "{\"error\":\"id is required\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        remove("?id=%20"), 400, "{\"error\":\"id is required\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(world.stores().doNotContact().find(OTHER_WORKSPACE, List.of(PHONE))).hasSize(1);
  }

  @Test
  void isForKeysThatMay() {
    var denied = "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";
    var reader = world.keyAllowing(Scope.DNC_READ);
    var writer = world.keyAllowing(Scope.DNC_WRITE);

    assertRefused(api.call("POST " + PATH, PATH, reader, "{}"), 403, denied);
    assertRefused(api.call("DELETE " + PATH, PATH, reader, null), 403, denied);
    assertRefused(api.call("GET " + PATH, PATH, writer, null), 403, denied);
    assertRefused(
        api.call("GET " + PATH, PATH, "nobody", null),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
  }

  @Test
  void stillAddsInAReadOnlyWorkspaceButRemovesNothing() {
    var locked = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    enter(1, ApiWorld.READ_ONLY_WORKSPACE, "+12025550101", NOW);

    var added = api.call("POST " + PATH, PATH, locked, "{\"phone\":\"+12025550100\"}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(api.call("GET " + PATH, PATH, locked, null).status()).isEqualTo(200);
    assertRefused(
        api.call("DELETE " + PATH, PATH + "?id=" + id(1), locked, null),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  private Answer add(String body) {
    return api.call("POST " + PATH, PATH, key, body);
  }

  private Answer list(String query) {
    return api.call("GET " + PATH, PATH + query, key, null);
  }

  private Answer remove(String query) {
    return api.call("DELETE " + PATH, PATH + query, key, null);
  }

  private void enter(int number, String workspace, String phone, Instant at) {
    world
        .stores()
        .doNotContact()
        .add(
            new DoNotContact(
                id(number),
                workspace,
                new PhoneNumber(phone),
                Optional.empty(),
                Source.MANUAL,
                at));
  }
}
