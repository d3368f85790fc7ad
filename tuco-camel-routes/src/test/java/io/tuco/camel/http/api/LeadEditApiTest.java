package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMember;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadList;
import io.tuco.core.workspace.Scope;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of one lead (API contract, section 8). */
final class LeadEditApiTest {

  private static final String ID = id(1);
  private static final String COLLISION =
      "{\"error\":\"Another lead already uses this phone or email\",\"code\":\"DUPLICATE_LEADS\"}";
  private static final String NOT_FOUND = "{\"error\":\"Lead not found\",\"code\":\"NOT_FOUND\"}";

  private DirectApi api;
  private ApiWorld world;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    world = api.world();
    key = world.key();
    world.stores().leads().create(aLead().withEverything().withId(ID).build());
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void changesWhatIsSaidAndLeavesTheRest() {
    var before = stored(ID);
    world.clock().advance(Duration.ofSeconds(1));

    var answer =
        change(ID, "{\"firstName\":\" Grace \",\"altPhone2\":\"(202) 555-0177\",\"_id\":\"x\"}");

    var after = stored(ID);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"lead\":{\"_id\":\"" + ID + "\",\"firstName\":\"Grace\"")
        .contains("\"updatedAt\":\"2027-03-12T12:00:01.123Z\"");
    assertThat(after.addresses().altPhones().second()).contains(new PhoneNumber("+12025550177"));
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("name.first", "addresses.altPhones.second", "updatedAt")
        .isEqualTo(before);
    assertThat(world.stores().leads().findByAddress(WORKSPACE, new PhoneNumber("+12025550102")))
        .isEmpty();
  }

  @Test
  void clearsByNullAndByBlankText() {
    change(
        ID,
        "{\"phone\":null,\"altEmail1\":\"\",\"notes\":\" \",\"customFields\":null,\"tags\":null,"
            + "\"contactOwnerEmail\":null}");

    var after = stored(ID);
    assertThat(after.addresses().phone()).isEmpty();
    assertThat(after.addresses().altEmails().first()).isEmpty();
    assertThat(after.profile().notes()).isEmpty();
    assertThat(after.profile().customFields()).isEmpty();
    assertThat(after.profile().tags()).isEmpty();
    assertThat(after.contactOwnerEmail()).isEmpty();
    assertThat(after.profile().companyName()).isPresent();
  }

  @Test
  void takesTheIdFromTheBodyAsWell() {
    var answer =
        api.call(
            "PUT /api/leads", "/api/leads", key, "{\"id\":\"" + ID + "\",\"lastName\":\"Hopper\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(stored(ID).name().last()).contains("Hopper");
  }

  @Test
  void movesToAListOfTheWorkspace() {
    var list = LeadList.named(WORKSPACE, "Spring", "", NOW);
    world.stores().leadLists().insert(list);

    change(ID, "{\"listId\":\"" + list.id() + "\"}");
    change(ID, "{\"listId\":\" \"}");

    assertThat(stored(ID).listId()).isEqualTo(list.id());
  }

  @Test
  void givesTheLeadToAMember() {
    world.stores().members().insert(aMember().withEmail("first@example.com").build());

    change(ID, "{\"contactOwnerEmail\":\"stranger@example.com\"}");

    assertThat(stored(ID).contactOwnerEmail()).contains("first@example.com");
  }

  @ParameterizedTest
  @CsvSource({"phone", "altPhone3"})
  void refusesAnAddressOfAnotherLead(String field) {
    world
        .stores()
        .leads()
        .create(
            aLead().withId(id(2)).withPhone("+12025550180").withAltPhones("+12025550181").build());
    var before = stored(ID);

    assertRefused(
        change(ID, "{\"" + field + "\":\"+12025550180\",\"notes\":\"n\"}"), 409, COLLISION);
    assertRefused(
        change(ID, "{\"" + field + "\":\"+12025550181\",\"notes\":\"n\"}"), 409, COLLISION);
    assertThat(stored(ID)).isEqualTo(before);
    assertThat(change(ID, "{\"" + field + "\":\"+12025550101\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"phone\":\"1\"} | {\"error\":\"Invalid phone\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"altEmail2\":\"x\"} | {\"error\":\"Invalid altEmail2\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"notes\":5} | {\"error\":\"notes must be a string\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"tags\":\"a\"} | {\"error\":\"tags must be a array\",\"code\":\"VALIDATION_ERROR\"}",
        "[] | {\"error\":\"Request body must be a JSON object\",\"code\":\"VALIDATION_ERROR\"}"
      })
  void refusesInTheDocumentedWords(String body, String error) {
    assertRefused(change(ID, body), 400, error);
    assertThat(world.watched().writes()).isEmpty();
  }

  @Test
  void refusesIdsThatAreNone() {
    var invalid = "{\"error\":\"Invalid lead id\",\"code\":\"VALIDATION_ERROR\"}";

    assertRefused(change("x", "{}"), 400, invalid);
    assertRefused(api.call("PUT /api/leads", "/api/leads", key, "{}"), 400, invalid);
    assertRefused(api.call("PUT /api/leads", "/api/leads", key, "{\"id\":\"\"}"), 400, invalid);
  }

  @Test
  void answersAnotherWorkspacesIdsLikeMissingOnes() {
    var theirs = LeadList.named(OTHER_WORKSPACE, "Theirs", "", NOW);
    world.stores().leadLists().insert(theirs);
    world.stores().leads().create(aLead().withId(id(3)).inWorkspace(OTHER_WORKSPACE).build());

    assertRefused(change(id(3), "{\"notes\":\"n\"}"), 404, NOT_FOUND);
    assertRefused(change(id(404), "{\"notes\":\"n\"}"), 404, NOT_FOUND);
    var foreign = change(ID, "{\"listId\":\"" + theirs.id() + "\"}");
    var missing = change(ID, "{\"listId\":\"" + id(404) + "\"}");
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).startsWith("{\"error\":\"List not found.").isEqualTo(missing.body());
    assertThat(world.watched().writes()).isEmpty();
  }

  @Test
  void isForKeysThatMay() {
    var path = "/api/leads/" + ID;
    var locked = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    var reader = world.keyAllowing(Scope.LEADS_READ);

    assertRefused(
        api.call("PUT /api/leads/{id}", path, reader, "{}"),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertRefused(
        api.call("PUT /api/leads/{id}", path, "x", "{}"),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertRefused(
        api.call("PUT /api/leads/{id}", path, locked, "{}"),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  private Answer change(String leadId, String body) {
    return api.call("PUT /api/leads/{id}", "/api/leads/" + leadId, key, body);
  }

  private Lead stored(String leadId) {
    return Optional.of(leadId)
        .flatMap(each -> world.stores().leads().find(WORKSPACE, each))
        .orElseThrow();
  }
}
