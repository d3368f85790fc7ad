package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of leads (API contract, section 8). */
final class LeadListApiTest extends DirectShelf {

  private static final String PATH = "/api/lists";

  @Test
  void makesAListAndShowsIt() {
    var made = create("{\"name\":\" Spring \",\"description\":\"of 2027\",\"_id\":\"x\"}");

    var list = LeadList.named(WORKSPACE, "Spring", "of 2027", NOW);
    var shown =
        "{\"_id\":\"%s\",\"name\":\"Spring\",\"description\":\"of 2027\",\"workspaceId\":\"%s\","
            + "\"leadCount\":%s,\"createdAt\":\"2027-03-12T12:00:00.123Z\","
            + "\"updatedAt\":\"2027-03-12T12:00:00.123Z\"}";
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body())
        .isEqualTo("{\"list\":" + shown.formatted(list.id(), WORKSPACE, 0) + "}");
    world.stores().leads().create(aLead().inList(list.id()).build());
    assertThat(read("").body())
        .isEqualTo(
            "{\"lists\":["
                + shown.formatted(list.id(), WORKSPACE, 1)
                + "],\"pagination\":{\"page\":1,\"limit\":50,\"totalCount\":1,\"totalPages\":1}}");
  }

  @Test
  void keepsWorkspacesApart() {
    world.stores().leadLists().insert(LeadList.named(OTHER_WORKSPACE, "Spring", "", NOW));

    assertThat(read("").body()).contains("\"lists\":[]", "\"totalCount\":0");
    assertThat(create("{\"name\":\"Spring\"}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | {\"error\":\"Name is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"name\":\" \"} | {\"error\":\"Name is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"name\":1} | {\"error\":\"name must be a string\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"name\":\"a\",\"description\":{}}"
            + " | {\"error\":\"description must be a string\",\"code\":\"VALIDATION_ERROR\"}",
        "x | {\"error\":\"Invalid request body (JSON required)\",\"code\":\"VALIDATION_ERROR\"}",
        "[] | {\"error\":\"Request body must be a JSON object\",\"code\":\"VALIDATION_ERROR\"}"
      })
  void refusesInTheDocumentedWords(String body, String error) {
    assertRefused(create(body), 400, error);
    assertThat(world.watched().writes()).isEmpty();
  }

  @Test
  void refusesTextsThatAreTooLong() {
    assertThat(create("{\"name\":\"" + "n".repeat(201) + "\"}").body())
        .isEqualTo("{\"error\":\"Invalid name\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(create("{\"name\":\"n\",\"description\":\"" + "d".repeat(1_001) + "\"}").body())
        .isEqualTo("{\"error\":\"Invalid description\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void refusesANameThatIsTaken() {
    var taken = "{\"error\":\"List name already exists\",\"code\":\"CONFLICT\"}";
    create("{\"name\":\"Spring\"}");

    assertRefused(create("{\"name\":\"Spring\"}"), 409, taken);
    assertRefused(create("{\"name\":\"Quick Sends\"}"), 409, taken);
    assertThat(world.stores().leadLists().page(WORKSPACE, PageRequest.first()).totalCount())
        .isEqualTo(1);
  }

  @Test
  void refusesPagesThatAreNone() {
    assertRefused(
        read("?page=0"), 400, "{\"error\":\"Invalid page\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        read("?limit=-1"), 400, "{\"error\":\"Invalid limit\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void isForKeysThatMay() {
    var denied = "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";
    var locked = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    var reader = world.keyAllowing(Scope.LEADS_READ);
    var writer = world.keyAllowing(Scope.LEADS_WRITE);

    assertRefused(api.call("GET " + PATH, PATH, writer, null), 403, denied);
    assertRefused(api.call("POST " + PATH, PATH, reader, "{}"), 403, denied);
    assertRefused(
        api.call("POST " + PATH, PATH, "x", "{}"),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertThat(api.call("GET " + PATH, PATH, locked, null).status()).isEqualTo(200);
    assertRefused(
        api.call("POST " + PATH, PATH, locked, "{\"name\":\"n\"}"),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  private Answer create(String body) {
    return api.call("POST " + PATH, PATH, key, body);
  }

  private Answer read(String query) {
    return api.call("GET " + PATH, PATH + query, key, null);
  }
}
