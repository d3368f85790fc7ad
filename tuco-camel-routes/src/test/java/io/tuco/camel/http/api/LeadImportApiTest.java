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
import io.tuco.camel.json.LeadJson;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadList;
import io.tuco.core.workspace.Scope;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many leads at once (API contract, section 8). */
final class LeadImportApiTest extends DirectShelf {

  private static final String PATH = "/api/leads";
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final String NO_LIST =
      "{\"error\":\"List not found. The specified listId does not exist or is invalid."
          + " Omit listId to use the Quick Sends list.\",\"code\":\"NOT_FOUND\"}";

  @Test
  void savesALeadWithEverything() {
    var answer =
        create(
            "{\"leads\":[{\"firstName\":\" Ada \",\"lastName\":\"L\",\"phone\":\"(202) 555-0100\","
                + "\"email\":\"Ada@Example.com\",\"altPhone2\":\"2025550101\",\"altEmail1\":null,"
                + "\"companyName\":\"C\",\"jobTitle\":\"J\",\"linkedinUrl\":\"u\",\"notes\":\"n\","
                + "\"customFields\":{\"a.b\":9007199254740993,\"c\":true,\"d\":1.50,\"e\":null},"
                + "\"tags\":[\"vip\"],\"externalId\":\"e\",\"hsContactId\":\"hs\","
                + "\"ghlContactId\":\"ghl\",\"status\":\"x\",\"_id\":\"y\"}],"
                + "\"source\":\"gohighlevel\",\"ghlLocationId\":\"loc\"}");

    var lead = stored(ADA);
    var list = LeadList.quickSends(WORKSPACE, NOW).id();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo(
            ("{\"message\":\"Leads saved successfully\",\"savedCount\":1,\"duplicateCount\":0,"
                    + "\"totalProcessed\":1,\"listId\":\"%1$s\",\"leadId\":\"%2$s\","
                    + "\"leadIds\":[\"%2$s\"],\"leadListIds\":[\"%1$s\"],\"ghlContactId\":\"ghl\","
                    + "\"ghlLocationId\":\"loc\",\"hsPortalId\":null,\"hsContactId\":\"hs\"}")
                .formatted(list, lead.id()));
    assertThat(LeadJson.of(lead, Optional.empty()).toString())
        .isEqualTo(
            ("{_id=%s, firstName=Ada, lastName=L, email=ada@example.com, phone=+12025550100,"
                    + " altPhone2=+12025550101, companyName=C, jobTitle=J, linkedinUrl=u, notes=n,"
                    + " customFields={a.b=9007199254740993, c=true, d=1.5}, tags=[vip],"
                    + " externalId=e, listId=%s, source=gohighlevel, contactOwnerEmail=null,"
                    + " integrationIds={ghlRecordId=ghl, ghlLocationId=loc, hubspotRecordId=hs,"
                    + " ghlRecordIds=[ghl]}, aliases=[],"
                    + " workspaceId=org_sample, createdAt=2027-03-12T12:00:00.123Z,"
                    + " updatedAt=2027-03-12T12:00:00.123Z}")
                .formatted(lead.id(), list));
  }

  @Test
  void savesTheNewOnesAndNamesTheOthers() {
    var list = LeadList.named(WORKSPACE, "Spring", "", NOW);
    world.stores().leadLists().insert(list);
    world.stores().leads().create(aLead().withId(id(1)).withAltPhones("+12025550101").build());

    var answer =
        create(
            "{\"body\":[{\"phone\":\"+12025550101\",\"x\":1},{\"email\":\"b@example.com\"}],"
                + "\"leads\":null,\"listId\":\"%s\"}".formatted(list.id()));

    var made = stored(new EmailAddress("b@example.com"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .contains("\"savedCount\":1,\"duplicateCount\":1,\"totalProcessed\":2")
        .contains("\"leadIds\":[\"" + made.id() + "\"]")
        .contains("\"duplicates\":[{\"input\":{\"phone\":\"+12025550101\",\"x\":1},")
        .contains("\"existingLead\":{\"_id\":\"" + id(1) + "\"");
    assertThat(made.listId()).isEqualTo(list.id());
  }

  @Test
  void answersWhoIsThereWhenNobodyIsNew() {
    world.stores().leads().create(aLead().withId(id(1)).knownToGhlAs("ghl-1").build());

    var answer = create("{\"leads\":[{\"phone\":\"2025550100\"},{\"phone\":\"2025550100\"}]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            ("{\"message\":\"Lead was a duplicate; existing lead ID returned.\","
                    + "\"duplicateOnly\":true,\"duplicateCount\":2,\"totalProcessed\":2,"
                    + "\"leadId\":\"%1$s\",\"existingLeadIds\":[\"%1$s\"],\"leadIds\":[\"%1$s\"],"
                    + "\"duplicates\":[{\"input\":{\"phone\":\"2025550100\"},\"existingLead\":")
                .formatted(id(1)))
        .endsWith(
            "\"ghlContactId\":\"ghl-1\",\"ghlLocationId\":null,\"hsPortalId\":null,"
                + "\"hsContactId\":null}");
  }

  @Test
  void readsNumbersByTheCountryCodeOfTheCall() {
    create("{\"leads\":[{\"phone\":\"020 7946 0018\"}],\"defaultCountryCode\":\"+44\"}");

    assertThat(stored(new PhoneNumber("+442079460018")).source().wire()).isEqualTo("csv");
  }

  @Test
  void doesNotMindWhomAnotherWorkspaceKnows() {
    world.stores().leads().create(aLead().withId(id(1)).inWorkspace(OTHER_WORKSPACE).build());

    assertThat(create("{\"leads\":[{\"phone\":\"+12025550100\"}]}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | {\"error\":\"leads array is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":{}} | {\"error\":\"leads array is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[],\"body\":[{}]} | {\"error\":\"leads array is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"body\":\"x\"} | {\"error\":\"leads array is required\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\"},{\"altPhone1\":\"+12025550101\",\"email\":\"\"}]}"
            + " | {\"error\":\"Each lead needs a phone or an email\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\"},{\"phone\":\"1\"}]}"
            + " | {\"error\":\"Invalid leads[1].phone\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\",\"altEmail3\":\"x\"}]}"
            + " | {\"error\":\"Invalid leads[0].altEmail3\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[5]} | {\"error\":\"leads[0] must be a object\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\",\"customFields\":{\"a\":[]}}]}"
            + " | {\"error\":\"Invalid leads[0].customFields\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\",\"tags\":[1]}]}"
            + " | {\"error\":\"Invalid leads[0].tags\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\",\"notes\":1}]}"
            + " | {\"error\":\"leads[0].notes must be a string\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\"}],\"source\":\"fax\"}"
            + " | {\"error\":\"Invalid source\",\"code\":\"VALIDATION_ERROR\"}",
        "{\"leads\":[{\"phone\":\"+12025550100\"}],\"defaultCountryCode\":\"+800\"}"
            + " | {\"error\":\"Invalid defaultCountryCode\",\"code\":\"VALIDATION_ERROR\"}",
        "[] | {\"error\":\"Request body must be a JSON object\",\"code\":\"VALIDATION_ERROR\"}",
        "{ | {\"error\":\"Invalid request body (JSON required)\",\"code\":\"VALIDATION_ERROR\"}"
      })
  void refusesInTheDocumentedWords(String body, String error) {
    assertRefused(create(body), 400, error);
    assertThat(world.watched().writes()).isEmpty();
  }

  @Test
  void takesAThousandAndNotOneMore() {
    var thousand = rows(1_000);

    assertRefused(
        create("{\"leads\":[" + thousand + ",{\"email\":\"x@example.com\"}]}"),
        400,
        "{\"error\":\"Maximum 1000 leads per request\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(create("{\"leads\":[" + thousand + "]}").body()).contains("\"savedCount\":1000");
  }

  @Test
  void answersAnotherWorkspacesListLikeAMissingOne() {
    var theirs = LeadList.named(OTHER_WORKSPACE, "Theirs", "", NOW);
    world.stores().leadLists().insert(theirs);

    for (var listId : new String[] {theirs.id(), id(404), "x"}) {
      var body = "{\"leads\":[{\"phone\":\"+12025550100\"}],\"listId\":\"" + listId + "\"}";
      assertRefused(create(body), 404, NO_LIST);
    }
    assertThat(world.watched().writes()).isEmpty();
    assertThat(create("{\"leads\":[{\"phone\":\"+12025550100\"}],\"listId\":\" \"}").status())
        .isEqualTo(201);
  }

  @Test
  void isForKeysThatMay() {
    var locked = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    var reader = world.keyAllowing(Scope.LEADS_READ);

    assertRefused(
        api.call("POST " + PATH, PATH, reader, "{}"),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertRefused(
        api.call("POST " + PATH, PATH, "x", "{}"),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertRefused(
        api.call("POST " + PATH, PATH, locked, "{}"),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  private static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "{\"email\":\"lead%d@example.com\"}".formatted(number))
        .collect(Collectors.joining(","));
  }

  private Lead stored(Address address) {
    return world.stores().leads().findByAddress(WORKSPACE, address).orElseThrow();
  }

  private Answer create(String body) {
    return api.call("POST " + PATH, PATH, key, body);
  }
}
