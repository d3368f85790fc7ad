package io.tuco.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.hubspot.fake.FakeFault;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.message.MessageType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Logging (HubSpot contract, section 3). */
final class HubspotActivitiesTest {

  private final Desk desk = new Desk();

  @BeforeEach
  void thereIsAContact() {
    desk.hubspot.addContact(Desk.PORTAL, Map.of("firstname", "Ann"));
  }

  @AfterEach
  void everyRequestIsOfTheContract() {
    assertThat(desk.hubspot.violations()).isEmpty();
  }

  @Test
  void logsACommunication() {
    var logged = desk.done(log(Activities.sent(MessageType.IMESSAGE, "Hello"), false));

    assertThat(logged.recordId()).isEqualTo(desk.hubspot.communications(Desk.PORTAL).get(0).id());
    assertThat(desk.calls()).containsExactly("POST /crm/v3/objects/communications");
    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'properties':{'hs_communication_channel_type':'SMS',"
                    + "'hs_communication_logged_from':'CRM',"
                    + "'hs_communication_body':'[iMessage] Hello',"
                    + "'hs_timestamp':'2027-03-12T11:59:30.123Z'},"
                    + "'associations':[{'to':{'id':'101'},'types':[{"
                    + "'associationCategory':'HUBSPOT_DEFINED','associationTypeId':81}]}]}"));
  }

  @Test
  void logsANoteWhereCommunicationsAreRefused() {
    desk.hubspot.refuseCommunications(Desk.PORTAL);

    desk.done(log(Activities.sent(MessageType.SMS, "1 < 2 & 3\nBye"), false));

    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'properties':{'hs_note_body':'1 &lt; 2 &amp; 3<br>Bye',"
                    + "'hs_timestamp':'2027-03-12T11:59:30.123Z'},"
                    + "'associations':[{'to':{'id':'101'},'types':[{"
                    + "'associationCategory':'HUBSPOT_DEFINED','associationTypeId':202}]}]}"));
  }

  @Test
  void logsNotesWhereTheWorkspaceWantsThem() {
    desk.withOption("logAs", "note");

    desk.done(log(Activities.sent(MessageType.SMS, "Hello"), false));

    assertThat(desk.calls()).containsExactly("POST /crm/v3/objects/notes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SENT     | IMESSAGE | -         | [iMessage] Hello",
        "SENT     | SMS      | -         | Hello",
        "REPLY    | IMESSAGE | -         | [iMessage] Reply: Hello",
        "REPLY    | SMS      | -         | Reply: Hello",
        "FAILED   | SMS      | No credit | Not sent (No credit): Hello",
        "FAILED   | IMESSAGE | -         | [iMessage] Not sent: Hello",
        "FALLBACK | IMESSAGE | No luck   | [iMessage] Not sent as iMessage (No luck): Hello",
        "SENT     | EMAIL    | -         | [E-mail] Hello",
      })
  void saysWhatHappened(Kind kind, MessageType channel, String reason, String text) {
    var why = Optional.of(reason).filter(word -> !word.equals("-"));

    assertThat(ActivityText.of(Activities.of(kind, channel, "Hello", why))).isEqualTo(text);
  }

  @Test
  void namesAttachmentsAndCutsWhatIsTooLong() {
    var activity = Activities.sent(MessageType.SMS, "Look");
    assertThat(ActivityText.of(Activities.with(activity, "https://x.example/a.png")))
        .isEqualTo("Look\nhttps://x.example/a.png");

    var smile = "\uD83D\uDE00";
    var long1 = ActivityText.of(Activities.sent(MessageType.SMS, "a" + smile.repeat(40_000)));
    assertThat(long1).hasSizeLessThan(65_536).endsWith(smile + "…");
  }

  @Test
  void logsAnEmailAsANote() {
    desk.done(log(Activities.sent(MessageType.EMAIL, "Hello"), false));

    assertThat(desk.hubspot.communications(Desk.PORTAL)).isEmpty();
    assertThat(desk.hubspot.notes(Desk.PORTAL)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FakeFault.class,
      names = {"TIMEOUT_AFTER", "ERROR_500_AFTER", "TRUNCATED"})
  void looksBeforeItWritesAgain(FakeFault fault) {
    var activity = Activities.sent(MessageType.IMESSAGE, "Hello  there");
    desk.hubspot.fault(fault, "POST /crm/v3/objects/communications", 1);
    assertThat(desk.failure(log(activity, false)).kind()).isEqualTo(CrmFailure.Kind.UNKNOWN);

    var logged = desk.done(log(activity, true));

    assertThat(desk.hubspot.communications(Desk.PORTAL)).hasSize(1);
    assertThat(logged.recordId()).isEqualTo(desk.hubspot.communications(Desk.PORTAL).get(0).id());
  }

  @Test
  void findsTheNoteThatItFellBackTo() {
    desk.hubspot.refuseCommunications(Desk.PORTAL);
    var activity = Activities.sent(MessageType.IMESSAGE, "a < b");
    desk.hubspot.fault(FakeFault.TIMEOUT_AFTER, "POST /crm/v3/objects/notes", 1);
    desk.failure(log(activity, false));

    desk.done(log(activity, true));

    assertThat(desk.hubspot.notes(Desk.PORTAL)).hasSize(1);
  }

  @Test
  void writesWhatItDoesNotFind() {
    desk.done(log(Activities.sent(MessageType.SMS, "Other"), false));
    desk.hubspot.fault(FakeFault.TIMEOUT_BEFORE, "POST /crm/v3/objects/communications", 1);
    var activity = Activities.sent(MessageType.SMS, "Hello");
    desk.failure(log(activity, false));

    desk.done(log(activity, true));

    assertThat(desk.hubspot.communications(Desk.PORTAL))
        .extracting(each -> each.properties().get("hs_communication_body"))
        .containsExactly("Other", "Hello");
  }

  @Test
  void looksAmongTheLatestOfMany() {
    for (var i = 0; i < 620; i++) {
      desk.clock.advance(java.time.Duration.ofSeconds(1));
      desk.done(log(Activities.sent(MessageType.SMS, "Number " + i), false));
    }

    desk.done(log(Activities.sent(MessageType.SMS, "Number 619"), true));

    assertThat(desk.hubspot.communications(Desk.PORTAL)).hasSize(620);
  }

  @Test
  void logsAnEventOfTheAppsTemplateOnce() {
    desk.withOption("timelineTemplateId", "77").hubspot.withTemplate(Desk.PORTAL, "77");
    var activity = Activities.sent(MessageType.IMESSAGE, "Hello");
    desk.hubspot.fault(FakeFault.TIMEOUT_AFTER, "POST /integrators", 1);

    var logged = desk.done(log(activity, false));
    desk.done(log(activity, true));

    assertThat(logged.recordId()).isEqualTo("m1");
    assertThat(desk.hubspot.timeline(Desk.PORTAL)).hasSize(1);
    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'eventTemplateId':'77','id':'m1','objectId':'101',"
                    + "'timestamp':'2027-03-12T11:59:30.123Z',"
                    + "'tokens':{'text':'[iMessage] Hello','channel':'imessage',"
                    + "'direction':'sent','status':'sent'},'extraData':{}}"));
  }

  @Test
  void logsWhatBecameOfAMessageLaterAsAnotherEvent() {
    desk.withOption("timelineTemplateId", "77").hubspot.withTemplate(Desk.PORTAL, "77");
    desk.done(log(Activities.sent(MessageType.IMESSAGE, "Hello"), false));

    desk.done(
        log(
            Activities.of(Kind.FALLBACK, MessageType.IMESSAGE, "Hello", Optional.of("No luck")),
            false));

    assertThat(desk.hubspot.timeline(Desk.PORTAL))
        .extracting(event -> event.path("id").asText())
        .containsExactly("m1", "m1:fallback");
  }

  @Test
  void takesOtherTypesOfAssociationFromTheSettings() {
    desk.set("communication-association", "87");

    desk.held(log(Activities.sent(MessageType.SMS, "Hello"), false));

    assertThat(desk.hubspot.requests().get(0).body()).contains("\"associationTypeId\":87");
  }

  @Test
  void refusesAContactThatIsNone() {
    var activity = Activities.toContact(Activities.sent(MessageType.SMS, "Hello"), "1/../2");

    assertThat(desk.failure(log(activity, false)).kind()).isEqualTo(CrmFailure.Kind.REFUSED);
    assertThat(desk.hubspot.requests()).isEmpty();
  }

  private Dialogue<LoggedActivity> log(CrmActivity activity, boolean mayBeLogged) {
    return desk.connector().activities().log(desk.context(), activity, mayBeLogged);
  }
}
