package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.lead.LeadList;
import io.tuco.core.workspace.Scope;
import org.junit.jupiter.api.Test;

/** Leads to look at (API contract, section 8). */
final class LeadReadsTest extends DirectShelf {

  private static final String PATH = "/api/leads";
  private static final String MISSING = "{\"error\":\"Lead not found\",\"code\":\"NOT_FOUND\"}";

  @Test
  void showsALead() {
    world.stores().leads().create(aLead().withId(id(1)).named("Ada").build());

    var answer = read("?id=" + id(1));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"lead\":{\"_id\":\"" + id(1) + "\",\"firstName\":\"Ada\",")
        .contains("\"phone\":\"+12025550100\"", "\"contactOwnerEmail\":null");
  }

  @Test
  void listsSearchesAndCounts() {
    var list = LeadList.named(WORKSPACE, "Spring", "", NOW);
    world.stores().leadLists().insert(list);
    world.stores().leadLists().insert(LeadList.named(OTHER_WORKSPACE, "Theirs", "", NOW));
    world.stores().leads().create(aLead().withId(id(1)).named("Ada").inList(list.id()).build());
    world
        .stores()
        .leads()
        .create(aLead().withId(id(2)).named("Grace").withPhone("+12025550102").build());

    var found = read("?search=%20ADA%20&page=1&limit=500");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body())
        .contains(id(1))
        .doesNotContain(id(2), "Theirs")
        .endsWith(
            "\"lists\":[{\"_id\":\"%s\",\"name\":\"Spring\",\"workspaceId\":\"%s\","
                    .formatted(list.id(), WORKSPACE)
                + "\"leadCount\":1,\"createdAt\":\"2027-03-12T12:00:00.123Z\","
                + "\"updatedAt\":\"2027-03-12T12:00:00.123Z\"}],\"pagination\":"
                + "{\"page\":1,\"limit\":100,\"totalCount\":1,\"totalPages\":1}}");
    assertThat(read("?listId=" + list.id()).body()).contains(id(1)).doesNotContain(id(2));
    assertThat(read("?listId=%20&id=&search=").body()).contains(id(1), id(2));
  }

  @Test
  void answersAnotherWorkspacesIdsLikeMissingOnes() {
    var list = LeadList.named(OTHER_WORKSPACE, "Theirs", "", NOW);
    world.stores().leadLists().insert(list);
    var theirs = aLead().withId(id(1)).inWorkspace(OTHER_WORKSPACE).inList(list.id());
    world.stores().leads().create(theirs.build());

    assertRefused(read("?id=" + id(1)), 404, MISSING);
    assertRefused(read("?id=" + id(404)), 404, MISSING);
    assertThat(read("?listId=" + list.id()).body()).isEqualTo(read("?listId=" + id(404)).body());
    assertThat(read("").body()).contains("\"leads\":[],\"lists\":[]");
  }

  @Test
  void refusesInTheDocumentedWords() {
    assertRefused(
        read("?id=x"), 400, "{\"error\":\"Invalid lead id\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        read("?page=x"), 400, "{\"error\":\"Invalid page\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        read("?limit=0"), 400, "{\"error\":\"Invalid limit\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void saysThatASearchTookTooLong() {
    world.watched().searchSlowly();

    assertRefused(
        read("?search=a"),
        503,
        "{\"error\":\"Search timed out. Try a more specific search or fewer results.\",\"code\":\"UNAVAILABLE\"}");
  }

  @Test
  void isForKeysThatMay() {
    var locked = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertRefused(
        api.call("GET " + PATH, PATH, world.keyAllowing(Scope.LEADS_WRITE), null),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertRefused(
        api.call("GET " + PATH, PATH, "nobody", null),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertThat(api.call("GET " + PATH, PATH, locked, null).status()).isEqualTo(200);
  }

  private Answer read(String query) {
    return api.call("GET " + PATH, PATH + query, key, null);
  }
}
