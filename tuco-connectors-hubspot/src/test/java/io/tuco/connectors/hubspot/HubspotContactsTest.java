package io.tuco.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.CrmFailure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of properties of the HubSpot contract, section 2, and what else is asked of one. */
final class HubspotContactsTest {

  private final Desk desk = new Desk();

  @Test
  void readsAContact() {
    desk.withCustomField("plan_name", "plan").withCustomField("hs_lead_status", "stage");
    desk.hubspot.withProperty(Desk.PORTAL, "stop").withOwner(Desk.PORTAL, "7", "a@acme.example");
    desk.withOption("optOutProperty", "stop");
    var id =
        desk.hubspot.addContact(
            Desk.PORTAL,
            Map.of(
                "firstname", "Ann",
                "lastname", "Smith",
                "company", "Acme",
                "jobtitle", "Owner",
                "phone", "(202) 555-0100",
                "mobilephone", "+12025550101",
                "email", "ann@example.com",
                "hubspot_owner_id", "7",
                "plan_name", "gold",
                "stop", "true"));

    var contact = desk.done(desk.connector().contacts().fetch(desk.context(), id));

    assertThat(contact)
        .isEqualTo(
            new CrmContact(
                id,
                Optional.of("Ann"),
                Optional.of("Smith"),
                List.of("(202) 555-0100", "+12025550101"),
                List.of("ann@example.com"),
                Optional.of("Acme"),
                Optional.of("Owner"),
                List.of(),
                Map.of("plan", "gold"),
                Optional.of("7"),
                Optional.of("Opted out in HubSpot"),
                Optional.of(desk.clock.instant())));
    assertThat(desk.lastRequest().path())
        .isEqualTo(
            "/crm/v3/objects/contacts/"
                + id
                + "?properties=firstname,lastname,company,jobtitle,phone,mobilephone,email,"
                + "hubspot_owner_id,lastmodifieddate,hs_lead_status,plan_name,stop");
  }

  @Test
  void readsAContactOfWhomNothingIsKnown() {
    var id = desk.hubspot.addContact(Desk.PORTAL, Map.of());

    var contact = desk.done(desk.connector().contacts().fetch(desk.context(), id));

    assertThat(contact.phones()).isEmpty();
    assertThat(contact.emails()).isEmpty();
    assertThat(contact.firstName()).isEmpty();
    assertThat(contact.optedOut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "../owners", "", "1?x=y"})
  void refusesWhoIsNotThere(String id) {
    assertThat(desk.failure(desk.connector().contacts().fetch(desk.context(), id)).kind())
        .isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void marksAnOptOutInTheChosenProperty(boolean optedOut) {
    desk.withOption("optOutProperty", "stop");
    desk.hubspot.withProperty(Desk.PORTAL, "stop");
    var id = desk.hubspot.addContact(Desk.PORTAL, Map.of("stop", String.valueOf(!optedOut)));

    var done = desk.done(desk.connector().contacts().markOptOut(desk.context(), id, optedOut));

    assertThat(done).isEqualTo(CrmDone.DONE);
    assertThat(desk.lastBody()).isEqualTo(Desk.json("{'properties':{'stop':'" + optedOut + "'}}"));
  }

  @Test
  void marksNothingWithoutAChosenProperty() {
    desk.done(desk.connector().contacts().markOptOut(desk.context(), "101", true));

    assertThat(desk.hubspot.requests()).isEmpty();
  }

  @Test
  void asksForAnOwnersEmail() {
    desk.hubspot.withOwner(Desk.PORTAL, "7", "ann@acme.example");
    var contacts = desk.connector().contacts();

    assertThat(desk.done(contacts.ownerEmail(desk.context(), "7"))).contains("ann@acme.example");
    assertThat(desk.done(contacts.ownerEmail(desk.context(), "8"))).isEmpty();
    assertThat(desk.done(contacts.ownerEmail(desk.context(), "../x"))).isEmpty();
  }

  @Test
  void verifiesWhosePortalTheTokenOpens() {
    var account = desk.done(desk.connector().verify(desk.context()));

    assertThat(account.id()).isEqualTo(Desk.PORTAL);
    assertThat(account.zone()).contains("America/New_York");
    assertThat(desk.calls()).containsExactly("GET /account-info/v3/details");
  }
}
