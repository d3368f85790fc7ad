package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.anSmsAccount;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** {@code dryRun} on {@code POST /api/messages} (API contract, section 13). */
final class DryRunTest extends DirectShelf {

  private static final String SEND = "POST /api/messages";
  private static final String PATH = "/api/messages";
  private static final String ADA = "\"recipientPhone\":\"+12025550190\"";
  private static final String HELLO = "\"message\":\"Hi {{firstName|there}}\"," + ADA;

  @Test
  void tellsWhatWouldHappenAndChangesNothing() throws Exception {
    var woken = api.context().getEndpoint(ApiContext.WOKEN, MockEndpoint.class);
    woken.expectedMessageCount(0);

    var answer = tries(HELLO + ",\"recipientName\":\"Ada Sample\",\"altEmail1\":\"a@example.com\"");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"dryRun\":true,\"status\":\"pending\",\"leadId\":null,"
                + "\"wouldCreateLead\":true,\"fromLineId\":\""
                + ApiWorld.LINE
                + "\",\"addresses\":[\"+12025550190\",\"a@example.com\"],\"message\":\"Hi Ada\","
                + "\"reason\":null,\"heldBy\":null,"
                + "\"nextAttemptAt\":\"2027-03-12T12:00:00.123Z\",\"skipped\":false}");
    assertThat(api.world().watched().writes()).isEmpty();
    woken.assertIsSatisfied();
  }

  @Test
  void namesTheLeadThatWouldBeUsed() {
    var lead = aLead().withPhone("+12025550190").build();
    api.world().stores().leads().create(lead);

    var answer = tries(HELLO);

    assertThat(answer.body())
        .contains("\"leadId\":\"" + lead.id() + "\",\"wouldCreateLead\":false");
  }

  @Test
  void tellsTheLineThatTheNextSendTakes() {
    api.world().stores().lines().insert(aLine().withId(id(0x7a)).withPhone("+12025550179").build());

    for (var round = 0; round < 4; round++) {
      var told = tries("\"message\":\"Hi " + round + "\"," + ADA);
      var sent = sends("\"message\":\"Hi " + round + "\"," + ADA);
      assertThat(fieldOf(sent, "fromLineId")).isEqualTo(fieldOf(told, "fromLineId"));
    }
  }

  @Test
  void tellsTheRuleThatHoldsAndTheFirstInstant() {
    var window =
        ",\"timezone\":\"Europe/London\",\"sendWindowStart\":\"18:00\",\"sendWindowEnd\":\"19:00\"";

    assertThat(tries(HELLO + window).body())
        .contains("\"reason\":\"Outside send window; waiting for next send window.\"")
        .contains("\"heldBy\":\"send_window\",\"nextAttemptAt\":\"2027-03-12T18:00:00.000Z\"");
    assertThat(tries(HELLO + window + ",\"scheduledDate\":\"2027-03-13T20:00:00Z\"").body())
        .contains("\"status\":\"scheduled\"", "\"reason\":null,\"heldBy\":\"scheduled_date\"")
        .contains("\"nextAttemptAt\":\"2027-03-14T18:00:00.000Z\"");
  }

  @Test
  void tellsThatNobodyMayWrite() {
    var entry =
        new DoNotContact(
            id(1),
            WORKSPACE,
            new PhoneNumber("+12025550190"),
            Optional.empty(),
            DoNotContact.Source.MANUAL,
            NOW);
    api.world().stores().doNotContact().add(entry);

    assertThat(tries(HELLO).body())
        .contains("\"status\":\"failed\"")
        .contains("\"reason\":\"Recipient is on the do-not-contact list.\",\"heldBy\":null")
        .doesNotContain("nextAttemptAt");
  }

  @Test
  void countsTheSegmentsOfASms() {
    api.world()
        .stores()
        .lines()
        .insert(aLine().withId(id(0x7b)).withPhone("+12025550178").overSms(anSmsAccount()).build());

    assertThat(tries(HELLO + ",\"messageType\":\"sms\"").body())
        .contains("\"message\":\"Hi there\",\"segments\":1,");
  }

  @Test
  void tellsThatTheGuardWouldSkipIt() {
    sends(HELLO);

    assertThat(tries(HELLO).body())
        .contains("\"reason\":\"duplicate_send_recent\"", "\"skipped\":true");
    assertThat(keyed("k-1", "{\"dryRun\":true," + HELLO + "}").body())
        .contains("\"skipped\":false");
  }

  @Test
  void leavesKeysAlone() {
    assertThat(keyed("k-1", "{\"dryRun\":true," + HELLO + "}").status()).isEqualTo(200);

    assertThat(keyed("k-1", "{" + HELLO + "}").status()).isEqualTo(201);
    assertThat(keyed("k-1", "{\"dryRun\":true," + HELLO + "}").body()).contains("\"dryRun\":true");
    assertThat(keyed("", "{\"dryRun\":true," + HELLO + "}").body())
        .contains("IDEMPOTENCY_KEY_INVALID");
  }

  @Test
  void isRefusedAsARealSendWouldBe() {
    var locked = api.world().keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
    var reader = api.world().keyAllowing(Scope.MESSAGES_READ);
    var body = "{\"dryRun\":true," + HELLO + "}";
    var bad =
        List.of(
            "\"message\":5," + ADA,
            ADA,
            "\"message\":\"Hi\"",
            HELLO + ",\"leadId\":\"nonsense\"",
            HELLO + ",\"fromLineId\":\"" + ApiWorld.OTHER_LINE + "\"");

    assertThat(api.call(SEND, PATH, locked, body).status()).isEqualTo(402);
    assertThat(api.call(SEND, PATH, reader, body).status()).isEqualTo(403);
    assertThat(bad)
        .allSatisfy(fields -> assertThat(tries(fields).body()).isEqualTo(sends(fields).body()));
  }

  @Test
  void takesNoOtherWordForYes() {
    assertThat(api.call(SEND, PATH, key, "{\"dryRun\":\"true\"," + HELLO + "}").body())
        .isEqualTo("{\"error\":\"dryRun must be a boolean\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(api.call(SEND, PATH, key, "{\"dryRun\":false," + HELLO + "}").status())
        .isEqualTo(201);
  }

  private Answer tries(String fields) {
    return api.call(SEND, PATH, key, "{\"dryRun\":true," + fields + "}");
  }

  private Answer sends(String fields) {
    return api.call(SEND, PATH, key, "{" + fields + "}");
  }

  private Answer keyed(String word, String body) {
    return api.call(
        SEND, PATH, Map.of("Authorization", "Bearer " + key, "Idempotency-Key", word), body);
  }

  private static String fieldOf(Answer answer, String field) {
    return answer.body().replaceFirst(".*\"" + field + "\":\"([0-9a-f]{24})\".*", "$1");
  }
}
