package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.engine.LookUps;
import io.tuco.core.lead.IntegrationIds;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.workspace.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which leads have iMessage, and that this is kept (API contract, section 6). */
final class LeadChecksTest {

  private static final String PATH = "/api/leads/check-availability";
  private static final String NO_LEADS =
      "{\"error\":\"No leads found to check\",\"code\":\"NOT_FOUND\"}";
  private static final String LIST = id(0x115);

  private DirectApi api;
  private ApiWorld world;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    world = api.world();
    key = world.key();
    world.engine().node().renew();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void looksALeadUpAndKeepsWhatItFound() {
    lead(1);

    assertThat(get("?id=" + id(1)).body())
        .isEqualTo(
            "{\"success\":true,\"leadId\":\"%s\",\"available\":true,\"status\":\"available\","
                    .formatted(id(1))
                + "\"ghlContactId\":\"ghl-1\",\"ghlLocationId\":null,\"hsPortalId\":null,"
                + "\"hsContactId\":null}");

    assertThat(found(1)).contains(LeadAvailability.AVAILABLE);
    assertThat(api.call("GET /api/leads", "/api/leads?id=" + id(1), key, null).body())
        .contains("\"availabilityStatus\":\"available\"");
    assertThat(api.call("GET /api/leads", "/api/leads", key, null).body())
        .contains("\"availabilityStatus\":\"available\"");
  }

  @Test
  void keepsThatALookUpFailed() {
    lead(1);
    answering(Availability.UNANSWERED);

    assertThat(get("?id=" + id(1)).status()).isEqualTo(500);
    assertThat(found(1)).contains(LeadAvailability.ERROR);
  }

  @Test
  void wantsALeadOfTheWorkspace() {
    world.stores().leads().create(aLead().withId(id(9)).inWorkspace(OTHER_WORKSPACE).build());
    var unknown = "{\"error\":\"Lead not found\",\"code\":\"NOT_FOUND\"}";

    assertRefused(
        get(""), 400, "{\"error\":\"Lead ID is required\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(get("?id=nonsense"), 404, unknown);
    assertRefused(get("?id=" + id(8)), 404, unknown);
    assertRefused(get("?id=" + id(9)), 404, unknown);
  }

  @Test
  void looksUpAnAddressThatIsNoLead() {
    assertThat(post("{\"address\":\"ada@example.com\",\"leadIds\":[]}").body())
        .isEqualTo("{\"success\":true,\"available\":true,\"address\":\"ada@example.com\"}");
  }

  @Test
  void looksUpTheNamedLeadsThatTheWorkspaceHasInTheirOrder() {
    lead(1);
    lead(2);
    world.stores().leads().create(aLead().withId(id(9)).inWorkspace(OTHER_WORKSPACE).build());
    mock()
        .whenAnyExchangeReceived(
            exchange ->
                exchange
                    .getMessage()
                    .setBody(
                        exchange
                                .getMessage()
                                .getBody(DispatchCommand.Check.class)
                                .address()
                                .value()
                                .endsWith("02")
                            ? Availability.UNANSWERED
                            : Availability.UNAVAILABLE));

    var answer = post(ids(id(2), id(9), "nonsense", id(1), id(2)));

    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"checked\":2,\"successful\":1,\"errors\":1,\"results\":["
                + "{\"leadId\":\"%s\",\"available\":false,\"status\":\"error\"},".formatted(id(2))
                + "{\"leadId\":\"%s\",\"available\":false,\"status\":\"unavailable\"}],"
                    .formatted(id(1))
                + "\"processingMode\":\"synchronous\"}");
    assertThat(found(1)).contains(LeadAvailability.UNAVAILABLE);
    assertThat(found(2)).contains(LeadAvailability.ERROR);
    assertThat(world.stores().leads().find(OTHER_WORKSPACE, id(9)).orElseThrow().availability())
        .isEmpty();
  }

  @Test
  void looksUpFiftyLeadsOfAListAtOnce() {
    leads(50);

    var answer = post("{\"listId\":\"" + LIST + "\"}");

    assertThat(answer.body())
        .contains("\"checked\":50,\"successful\":50,\"errors\":0")
        .contains("\"processingMode\":\"synchronous\"");
  }

  @Test
  void looksMoreUpInTheBackground() {
    leads(51);

    var answer = post("{\"listId\":\"" + LIST + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"message\":\"Bulk availability check started in background\","
                + "\"jobId\":\"bulk-availability-2027-03-12T12:00:00.123Z\",\"checked\":51,"
                + "\"processingMode\":\"background\"}");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> world.stores().bulkChecks().oldest(1).isEmpty());
    assertThat(IntStream.rangeClosed(1, 51).mapToObj(this::found))
        .containsOnly(Optional.of(LeadAvailability.AVAILABLE));
  }

  @Test
  void looksNoMoreUpThanTenThousandAtOnce() {
    leads(10_001);

    var answer = post("{\"listId\":\"" + LIST + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":\"Maximum 10000 leads per request\"");
    assertThat(world.stores().bulkChecks().oldest(1)).isEmpty();
  }

  @Test
  void tellsTheCallerThatTheStoreIsAway() {
    leads(2);
    get("?id=" + id(1));
    world.watched().goAway();

    assertThat(post(ids(id(1), id(2))).status()).isEqualTo(503);
  }

  @Test
  void startsNoBulkCheckWithoutQuota() {
    leads(51);
    IntStream.range(0, LookUps.PER_DAY).forEach(number -> get("?id=" + id(1)));

    var answer = post("{\"listId\":\"" + LIST + "\"}");

    assertRefused(
        answer,
        429,
        "{\"error\":\"Daily availability check quota exhausted\",\"code\":\"RATE_LIMITED\"}");
    assertThat(answer.headers()).containsEntry("Retry-After", "3600");
    assertThat(world.stores().bulkChecks().oldest(1)).isEmpty();
    assertRefused(
        post(ids(id(1), id(2))),
        429,
        "{\"error\":\"Daily availability check quota exhausted\",\"code\":\"RATE_LIMITED\"}");
    assertThat(found(2)).isEmpty();
  }

  @Test
  void failsInBulkWhatTheQuotaDoesNotReach() {
    leads(3);
    IntStream.range(0, LookUps.PER_DAY - 2).forEach(number -> get("?id=" + id(3)));

    assertThat(post(ids(id(1), id(2), id(3))).body())
        .contains("\"checked\":3,\"successful\":2,\"errors\":1");
    assertThat(found(3)).contains(LeadAvailability.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"address\":\"\"}",
        "{\"leadIds\":[]}",
        "{\"leadIds\":[\"64b0c0ffee00000000000008\"]}",
        "{\"listId\":\"64b0c0ffee00000000000008\"}"
      })
  void wantsSomebodyToCheck(String body) {
    assertRefused(post(body), 404, NO_LEADS);
  }

  @Test
  void refusesOtherTypes() {
    assertRefused(
        post("{\"leadIds\":\"all\"}"),
        400,
        "{\"error\":\"leadIds must be a array\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void changesNoLeadOfAReadOnlyWorkspaceInBulk() {
    var readOnly = world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertRefused(
        api.call("POST " + PATH, PATH, readOnly, ids(id(1))),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  @Test
  void wantsAWorkspaceInItsOwnWords() {
    var homeless = world.keyOf(anApiKey().inWorkspace("org_gone"));

    assertRefused(
        api.call("POST " + PATH, PATH, homeless, ids(id(1))),
        400,
        "{\"error\":\"No active workspace - No orgId\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        api.call("GET " + PATH, PATH, homeless, null),
        400,
        "{\"error\":\"No active workspace\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void wantsTheScopeOfLines() {
    assertThat(api.call("GET " + PATH, PATH, world.keyAllowing(Scope.LEADS_READ), null).status())
        .isEqualTo(403);
    assertThat(api.call("POST " + PATH, PATH, world.keyAllowing(Scope.LEADS_WRITE), "{}").status())
        .isEqualTo(403);
  }

  private void leads(int count) {
    IntStream.rangeClosed(1, count).forEach(this::lead);
  }

  private void lead(int number) {
    var lead =
        aLead()
            .withId(id(number))
            .withPhone("+1202%07d".formatted(5550100 + number))
            .inList(LIST)
            .build();
    world.stores().leads().create(withGhlContact(lead, "ghl-" + number));
  }

  private static Lead withGhlContact(Lead lead, String contact) {
    return new Lead(
        lead.id(),
        lead.workspaceId(),
        lead.name(),
        lead.addresses(),
        lead.profile(),
        lead.listId(),
        lead.source(),
        lead.contactOwnerEmail(),
        new IntegrationIds(
            Optional.of(contact), Optional.empty(), Optional.empty(), Optional.empty()),
        lead.aliases(),
        lead.firstMessageId(),
        lead.availability(),
        lead.createdAt(),
        lead.updatedAt());
  }

  private Optional<LeadAvailability> found(int number) {
    return world.stores().leads().find(WORKSPACE, id(number)).orElseThrow().availability();
  }

  private void answering(Availability said) {
    mock().whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(said));
  }

  private MockEndpoint mock() {
    return api.context().getEndpoint(ApiContext.LOOKED_UP, MockEndpoint.class);
  }

  private static String ids(String... ids) {
    return List.of(ids).stream()
        .map(id -> "\"" + id + "\"")
        .collect(Collectors.joining(",", "{\"leadIds\":[", "]}"));
  }

  private Answer get(String query) {
    return api.call("GET " + PATH, PATH + query, key, null);
  }

  private Answer post(String body) {
    return api.call("POST " + PATH, PATH, key, body);
  }
}
