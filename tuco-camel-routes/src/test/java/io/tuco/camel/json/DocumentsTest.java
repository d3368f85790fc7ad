package io.tuco.camel.json;

import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.line.LineUsage;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our documents: the contract's fields in the contract's order, and no others. */
final class DocumentsTest {

  @Test
  void listsAMessagesFieldsAsTheContractDoes() {
    var message = aMessage().withEverything().build();

    var json = MessageJson.of(message, Optional.of(aLine().withEmail("l@example.com").build()));

    assertThat(json.keySet())
        .containsSubsequence(
            "_id",
            "message",
            "messageType",
            "status",
            "direction",
            "fromLineId",
            "fromLinePhone",
            "fromLineEmail",
            "recipientPhone",
            "recipientEmail",
            "recipientName",
            "leadId",
            "workspaceId",
            "createdByUserId",
            "scheduledDate",
            "batchId",
            "settings",
            "sentAt",
            "deliveredAt",
            "readAt",
            "externalMessageId",
            "errorMessage",
            "checkedAddresses",
            "attachmentUrls",
            "attachmentNames",
            "sendFallbackSmsOnFailed",
            "hsContactId",
            "hsPortalId",
            "ghlContactId",
            "ghlLocationId",
            "createdAt",
            "updatedAt",
            "reason",
            "attempts",
            "correlationId");
  }

  @Test
  void leavesOutWhatAMessageDoesNotHave() {
    var json = MessageJson.of(aMessage().withNothing().build());

    assertThat(json.keySet())
        .containsExactly(
            "_id",
            "message",
            "messageType",
            "status",
            "direction",
            "workspaceId",
            "createdAt",
            "updatedAt",
            "correlationId");
  }

  @Test
  void keepsASendToItself() {
    var message = aSendingMessage("send-token-1").build();

    var text = EcmaScriptJson.stringify(MessageJson.of(message));

    assertThat(text).doesNotContain("send-token-1").doesNotContain("outcome");
  }

  @Test
  void tellsThatAnOutcomeIsUnknown() {
    var began = Instant.parse("2027-03-12T12:00:00Z");
    Message unknown = aSendingMessage("s-1").build().unknown(began, began.plusSeconds(9));

    var json = MessageJson.of(unknown);

    assertThat(json)
        .containsEntry("status", "sending")
        .containsEntry("outcome", "unknown")
        .containsEntry("reason", "Outcome unknown; waiting for confirmation.");
  }

  @Test
  void tellsTheNextAttemptOfAWaitingMessage() {
    var due = Instant.parse("2027-03-13T14:00:00Z");

    var json = MessageJson.of(aMessage().dueAt(due).build());

    assertThat(json).containsEntry("nextAttemptAt", "2027-03-13T14:00:00.000Z");
  }

  @Test
  void listsALeadsFieldsAsTheContractDoes() {
    var json = LeadJson.of(aLead().withEverything().build(), Optional.of("user_1"));

    assertThat(json.keySet())
        .containsSubsequence(
            "_id",
            "firstName",
            "lastName",
            "email",
            "phone",
            "altPhone1",
            "altEmail1",
            "companyName",
            "jobTitle",
            "linkedinUrl",
            "notes",
            "customFields",
            "tags",
            "externalId",
            "listId",
            "source",
            "contactOwnerEmail",
            "contactOwnerId",
            "integrationIds",
            "aliases",
            "workspaceId",
            "createdAt",
            "updatedAt");
    assertThat(LeadJson.of(aLead().withNothing().build(), Optional.empty()))
        .doesNotContainKey("contactOwnerId")
        .containsEntry("aliases", List.of())
        .containsEntry("contactOwnerEmail", null);
  }

  @Test
  void callsADeviceThatNeverAnsweredDown() {
    var json = LineJson.of(aLine().build(), SenderHealth.unknown(), LineUsage.nothing());

    assertThat(json).containsEntry("healthCheck", Map.of("status", "down"));
  }

  @Test
  void neverShowsAWebhooksSecret() {
    var endpoint = anEndpoint().withEverything().build();

    var text = EcmaScriptJson.stringify(WebhookJson.of(endpoint));

    assertThat(text)
        .doesNotContain(endpoint.secrets().current().text())
        .contains("\"failureCount\":7");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-12T12:00:00Z,2027-03-12T12:00:00.000Z",
    "2027-03-12T12:00:00.1Z,2027-03-12T12:00:00.100Z",
    "2027-03-12T12:00:00.123999Z,2027-03-12T12:00:00.123Z",
    "1970-01-01T00:00:00Z,1970-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z"
  })
  void writesInstantsWithThreeDigits(String instant, String written) {
    assertThat(JsonTime.text(Instant.parse(instant))).isEqualTo(written);
  }
}
