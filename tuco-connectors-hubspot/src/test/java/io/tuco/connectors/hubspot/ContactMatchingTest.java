package io.tuco.connectors.hubspot;

import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.connectors.hubspot.fake.FakeFault;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmFailure.Kind;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.lead.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dedupe rule of the HubSpot contract, section 2, in its order. */
final class ContactMatchingTest {

  private static final String PHONE = "+12025550100";
  private static final String EMAIL = "ann@example.com";
  private static final String CONTACTS = "/crm/v3/objects/contacts";

  private final Desk desk = new Desk();

  @AfterEach
  void everyRequestIsOfTheContract() {
    assertThat(desk.hubspot.violations()).isEmpty();
  }

  @Test
  void takesTheKnownContactAndFillsWhatIsEmpty() {
    var id = contact(Map.of("firstname", "Annabel", "phone", "(202) 555-0100"));
    var lead = aLead().named("Ann Smith").withEmail(EMAIL).inCompany("Acme").build();

    var match = desk.done(match(lead, phone(), Optional.of(id)));

    assertThat(match).isEqualTo(new ContactMatch(id, false));
    assertThat(desk.calls())
        .containsExactly("GET " + CONTACTS + "/" + id, "PATCH " + CONTACTS + "/" + id);
    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'properties':{'lastname':'Smith','company':'Acme','email':'ann@example.com'}}"));
  }

  @Test
  void writesNothingWhereNothingIsEmpty() {
    var id = contact(Map.of("firstname", "Ann", "phone", PHONE));

    desk.done(match(aLead().named("Bob").build(), phone(), Optional.of(id)));

    assertThat(desk.calls()).containsExactly("GET " + CONTACTS + "/" + id);
  }

  @Test
  void goesOnWithoutAnIdWhoseContactIsGone() {
    var gone = contact(Map.of("phone", PHONE));
    desk.hubspot.archiveContact(Desk.PORTAL, gone);
    var other = contact(Map.of("phone", PHONE, "firstname", "Ann"));

    var match = desk.done(match(aLead().build(), phone(), Optional.of(gone)));

    assertThat(match).isEqualTo(new ContactMatch(other, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../owners", "1?archived=true", "", "999999999999999999999", "abc", "1/2"})
  void asksForNoIdThatIsNone(String id) {
    var there = contact(Map.of("phone", PHONE, "firstname", "Ann"));

    assertThat(desk.done(match(aLead().build(), phone(), Optional.of(id))).contactId())
        .isEqualTo(there);
    assertThat(desk.calls()).containsExactly("POST " + CONTACTS + "/search");
  }

  @Test
  void findsTheContactOfAnEmailWithoutReplacingAnything() {
    var id = contact(Map.of("email", "Ann@Example.com", "firstname", "Annabel"));
    var lead = aLead().named("Ann").withoutPhone().withEmail(EMAIL).build();

    var match = desk.done(match(lead, new EmailAddress(EMAIL), Optional.empty()));

    assertThat(match).isEqualTo(new ContactMatch(id, false));
    assertThat(property(id, "firstname")).contains("Annabel");
    assertThat(Desk.json(desk.hubspot.requests().get(0).body()))
        .isEqualTo(
            Desk.json(
                "{'inputs':[{'id':'ann@example.com','idProperty':'email',"
                    + "'properties':{'email':'ann@example.com'},'objectWriteTraceId':'"
                    + lead.id()
                    + "'}]}"));
  }

  @Test
  void makesTheContactOfAnEmailOnce() {
    var lead = aLead().named("Ann Smith").withEmail(EMAIL).build();

    var first = desk.done(match(lead, new EmailAddress(EMAIL), Optional.empty()));
    var second = desk.done(match(lead, new EmailAddress(EMAIL), Optional.empty()));

    assertThat(first.made()).isTrue();
    assertThat(second).isEqualTo(new ContactMatch(first.contactId(), false));
    assertThat(desk.hubspot.contactsMade()).isOne();
    assertThat(desk.hubspot.contact(Desk.PORTAL, first.contactId()).orElseThrow())
        .containsEntry("lastname", "Smith")
        .containsEntry("phone", PHONE);
  }

  /** Rule 2 comes before rule 3, also for a message to a phone. */
  @Test
  void looksForTheEmailBeforeThePhone() {
    contact(Map.of("phone", PHONE));
    var ofEmail = contact(Map.of("email", EMAIL));
    var lead = aLead().withEmail(EMAIL).build();

    assertThat(desk.done(match(lead, phone(), Optional.empty())).contactId()).isEqualTo(ofEmail);
  }

  @Test
  void looksForThePhoneWhenHubspotRefusesTheEmail() {
    var id = contact(Map.of("phone", PHONE, "firstname", "Ann", "email", "other@example.com"));
    var lead = aLead().withEmail("ann@example.com").build();
    desk.hubspot.fault(FakeFault.BAD_REQUEST, "POST " + CONTACTS + "/batch/upsert", 1);

    assertThat(desk.done(match(lead, phone(), Optional.empty())).contactId()).isEqualTo(id);
  }

  @Test
  void searchesInOneRequestByEveryFormOfThePhone() {
    desk.done(match(aLead().build(), phone(), Optional.empty()));

    assertThat(Desk.json(desk.hubspot.requests().get(0).body()))
        .isEqualTo(
            Desk.json(
                "{'filterGroups':["
                    + group("phone", PHONE)
                    + ","
                    + group("mobilephone", PHONE)
                    + ","
                    + group("hs_searchable_calculated_phone_number", "2025550100")
                    + ","
                    + group("hs_searchable_calculated_mobile_number", "2025550100")
                    + "],'properties':['firstname','lastname','company','jobtitle','phone',"
                    + "'mobilephone','email','hubspot_owner_id','lastmodifieddate'],"
                    + "'limit':200,'after':'0','sorts':[]}"));
  }

  private static String group(String property, String value) {
    return "{'filters':[{'propertyName':'"
        + property
        + "','operator':'EQ','value':'"
        + value
        + "'}]}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12025550100", "(202) 555-0100", "202.555.0100", "+1 202 555 0100"})
  void findsAPhoneHoweverItIsWritten(String written) {
    var id = contact(Map.of("mobilephone", written, "firstname", "Ann"));

    assertThat(desk.done(match(aLead().build(), phone(), Optional.empty())).contactId())
        .isEqualTo(id);
  }

  /** The same national digits in another country are somebody else. */
  @Test
  void takesNobodyFromAnotherCountry() {
    contact(Map.of("phone", "+44 202 555 0100", "firstname", "Bo"));
    contact(Map.of("phone", "202 555 0100 ext 7", "firstname", "Cy"));

    var match = desk.done(match(aLead().build(), phone(), Optional.empty()));

    assertThat(match.made()).isTrue();
  }

  @Test
  void takesTheOneChangedLastOfSeveral() {
    var first = contact(Map.of("phone", PHONE, "firstname", "Ann"));
    desk.clock.advance(Duration.ofSeconds(5));
    var second = contact(Map.of("mobilephone", PHONE, "firstname", "Ann"));
    desk.clock.advance(Duration.ofSeconds(5));
    var archived = contact(Map.of("phone", PHONE, "firstname", "Ann"));
    desk.hubspot.archiveContact(Desk.PORTAL, archived);

    assertThat(desk.done(match(aLead().build(), phone(), Optional.empty())).contactId())
        .isEqualTo(second);

    desk.hubspot.changeContact(Desk.PORTAL, first, Map.of("company", "Acme"));
    assertThat(desk.done(match(aLead().build(), phone(), Optional.empty())).contactId())
        .isEqualTo(first);
  }

  @Test
  void readsOnWhereManyShareTheDigits() {
    for (var i = 0; i < 250; i++) {
      contact(Map.of("phone", "+442025550100", "firstname", "Bo"));
    }
    var id = contact(Map.of("phone", PHONE, "firstname", "Ann"));

    assertThat(desk.done(match(aLead().build(), phone(), Optional.empty())).contactId())
        .isEqualTo(id);
    assertThat(desk.hubspot.requests()).hasSize(2);
  }

  @Test
  void makesTheContactOfAPhoneThatNobodyHas() {
    var lead = aLead().named("Ann Smith").build();

    var match = desk.done(match(lead, phone(), Optional.empty()));

    assertThat(match.made()).isTrue();
    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'properties':{'firstname':'Ann','lastname':'Smith','phone':'+12025550100'},"
                    + "'associations':[]}"));
  }

  /** Section 2: never "does not exist" from a search within 60 s of our own write. */
  @Test
  void doesNotMakeAContactThatASearchMayNotKnowYet() {
    desk.hubspot.searchLag(Desk.PORTAL, Duration.ofSeconds(20));
    desk.hubspot.fault(FakeFault.TIMEOUT_AFTER, "POST " + CONTACTS + "$", 1);
    var tried = desk.clock.instant();
    assertThat(desk.failure(match(aLead().build(), phone(), Optional.empty())).kind())
        .isEqualTo(Kind.UNKNOWN);

    desk.clock.advance(Duration.ofSeconds(10));
    var early = desk.failure(again(tried));
    assertThat(early.kind()).isEqualTo(Kind.LATER);
    assertThat(early.notBefore()).contains(tried.plusSeconds(60));

    // Once the search knows it, nobody needs to wait any longer.
    desk.clock.advance(Duration.ofSeconds(15));
    assertThat(desk.done(again(tried)).made()).isFalse();
    assertThat(desk.hubspot.contactsMade()).isOne();
  }

  @Test
  void makesTheContactWhenTheFirstAttemptLeftNone() {
    desk.hubspot.fault(FakeFault.TIMEOUT_BEFORE, "POST " + CONTACTS + "$", 1);
    var tried = desk.clock.instant();
    desk.failure(match(aLead().build(), phone(), Optional.empty()));

    desk.clock.advance(Duration.ofSeconds(60));

    assertThat(desk.done(again(tried)).made()).isTrue();
    assertThat(desk.hubspot.contactsMade()).isOne();
  }

  @Test
  void takesTheContactThatAConflictNames() {
    var id = contact(Map.of("email", EMAIL, "firstname", "Ann"));
    var conflict =
        "{'status':'error','category':'CONFLICT',"
            + "'message':'Contact already exists. Existing ID:  "
            + id
            + "'}";
    var dialogue = match(aLead().build(), phone(), Optional.empty());

    var afterSearch = Spoken.answer(dialogue, 200, "{'total':0,'results':[]}");
    var afterConflict = Spoken.answer(afterSearch, 409, conflict);

    assertThat(Spoken.asked(afterConflict).path()).startsWith(CONTACTS + "/" + id + "?properties=");
    assertThat(desk.done(afterConflict)).isEqualTo(new ContactMatch(id, false));
  }

  @Test
  void searchesForTheEmailWhenAConflictNamesNobody() {
    var id = contact(Map.of("email", EMAIL, "firstname", "Ann", "phone", PHONE));
    var lead = aLead().withEmail(EMAIL).build();
    var conflict =
        "{'status':'COMPLETE','results':[],'numErrors':1,"
            + "'errors':[{'status':'error','category':'CONFLICT','message':'taken'}]}";

    var after = Spoken.answer(match(lead, phone(), Optional.empty()), 207, conflict);

    assertThat(Spoken.asked(after).path()).isEqualTo(CONTACTS + "/search");
    assertThat(desk.done(after)).isEqualTo(new ContactMatch(id, false));
  }

  @Test
  void takesItsOwnResultByItsTraceAlone() {
    var lead = aLead().withEmail(EMAIL).build();
    var results =
        "{'status':'COMPLETE','results':[{'id':'7','new':false,'objectWriteTraceId':'other'},"
            + "{'id':'8','new':false,'objectWriteTraceId':'"
            + lead.id()
            + "'}]}";

    var after = Spoken.answer(match(lead, phone(), Optional.empty()), 200, results);

    assertThat(Spoken.asked(after).path()).startsWith(CONTACTS + "/8?");
  }

  @Test
  void takesNoResultOfSomebodyElse() {
    var lead = aLead().withEmail(EMAIL).build();
    var results = "{'results':[{'id':'7','new':false,'objectWriteTraceId':'other'}]}";

    var end = Spoken.answer(match(lead, phone(), Optional.empty()), 200, results);

    assertThat(((Dialogue.Broken<?>) end).failure().kind()).isEqualTo(Kind.LATER);
  }

  @Test
  void fillsOwnerAndMappedProperties() {
    desk.withCustomField("plan_name", "plan");
    desk.hubspot.withOwner(Desk.PORTAL, "7", "bo@acme.example");
    var lead = aLead().named("Ann").withCustomFields(Map.of("plan", "gold", "else", "x")).build();
    var id = contact(Map.of("phone", PHONE, "firstname", "Ann"));

    desk.done(
        desk.connector()
            .contacts()
            .match(
                desk.context(),
                new ContactWanted(
                    lead, phone(), Optional.of(id), Optional.of("7"), Optional.empty())));

    assertThat(desk.lastBody())
        .isEqualTo(Desk.json("{'properties':{'hubspot_owner_id':'7','plan_name':'gold'}}"));
  }

  /** A value the portal refuses must cost that value, not the contact's name. */
  @Test
  void fillsTheRestWhereAValueIsRefused() {
    var id = contact(Map.of("phone", PHONE));
    contact(Map.of("email", EMAIL));
    var lead = aLead().named("Ann").withEmail(EMAIL).build();

    desk.done(match(lead, phone(), Optional.of(id)));

    assertThat(property(id, "firstname")).contains("Ann");
    assertThat(property(id, "email")).isEmpty();
  }

  @Test
  void writesASecondNumberBesideTheFirst() {
    var id = contact(Map.of("phone", "+12025550111", "firstname", "Ann"));

    desk.done(match(aLead().build(), phone(), Optional.of(id)));

    assertThat(property(id, "phone")).contains("+12025550111");
    assertThat(property(id, "mobilephone")).contains(PHONE);
  }

  /** Its id must not be lost: the next attempt would make another. */
  @Test
  void keepsTheContactItMadeWhateverBecomesOfTheRest() {
    desk.withCustomField("plan_name", "plan");
    var lead = aLead().withCustomFields(Map.of("plan", "gold")).build();
    desk.hubspot.fault(FakeFault.ERROR_500, "PATCH", 100);

    assertThat(desk.done(match(lead, phone(), Optional.empty())).made()).isTrue();
  }

  @Test
  void knowsNationalDigits() {
    assertThat(PhoneSearch.nationalDigits(new PhoneNumber("+12025550100"))).contains("2025550100");
    assertThat(PhoneSearch.nationalDigits(new PhoneNumber("+442079460958"))).contains("2079460958");
    assertThat(PhoneSearch.nationalDigits(new PhoneNumber("+353861234567"))).contains("861234567");
    assertThat(PhoneSearch.nationalDigits(new PhoneNumber("+80012345678"))).isEmpty();
  }

  private Dialogue<ContactMatch> match(Lead lead, Address address, Optional<String> id) {
    return desk.connector()
        .contacts()
        .match(
            desk.context(),
            new ContactWanted(lead, address, id, Optional.empty(), Optional.empty()));
  }

  private Dialogue<ContactMatch> again(Instant tried) {
    return desk.connector()
        .contacts()
        .match(
            desk.context(),
            new ContactWanted(
                aLead().build(), phone(), Optional.empty(), Optional.empty(), Optional.of(tried)));
  }

  private static Address phone() {
    return new PhoneNumber(PHONE);
  }

  private String contact(Map<String, String> properties) {
    return desk.hubspot.addContact(Desk.PORTAL, properties);
  }

  private Optional<String> property(String id, String name) {
    return Optional.ofNullable(desk.hubspot.contact(Desk.PORTAL, id).orElseThrow().get(name));
  }
}
