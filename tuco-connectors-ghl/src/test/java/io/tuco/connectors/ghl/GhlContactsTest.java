package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.ghl.fake.FakeFault;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.lead.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The dedupe rule and the traps of GHL contract, section 2. */
final class GhlContactsTest {

  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");
  private static final EmailAddress EMAIL = new EmailAddress("lead@example.com");
  private static final String SEARCH = "GET /contacts/search/duplicate";
  private static final String UPSERT = "POST /contacts/upsert";

  private final GhlWorld world = new GhlWorld();

  @AfterEach
  void asksOnlyWhatGhlsFilesAllow() {
    assertThat(world.ghl.violations()).isEmpty();
    assertThat(world.ghl.limitsExceeded()).isZero();
  }

  private static Lead lead() {
    return Fixtures.aLead().named("Ada Lovelace").withEmail(EMAIL.value()).build();
  }

  private String has(String json) {
    return world.ghl.addContact(GhlWorld.LOCATION, json);
  }

  private JsonNode only() {
    assertThat(world.ghl.contacts(GhlWorld.LOCATION)).hasSize(1);
    return world.ghl.contacts(GhlWorld.LOCATION).get(0);
  }

  private ContactWanted wanted(Optional<String> known, Optional<Instant> tried) {
    return new ContactWanted(lead(), PHONE, known, Optional.empty(), tried);
  }

  @Test
  void asksNothingWhenTheContactIsKnown() {
    var match =
        world.value(
            world
                .connector
                .contacts()
                .match(world.context(), wanted(Optional.of("known-1"), Optional.empty())));

    assertThat(match).isEqualTo(new ContactMatch("known-1", false));
    assertThat(world.asked()).isEmpty();
  }

  @Test
  void findsByNumberFirst() {
    has("{\"email\":\"lead@example.com\",\"firstName\":\"Other\"}");
    var byPhone = has("{\"phone\":\"+12025550100\",\"email\":\"own@example.com\",\"name\":\"A\"}");

    assertThat(world.value(world.matching(lead(), PHONE)))
        .isEqualTo(new ContactMatch(byPhone, false));
    assertThat(world.asked()).containsExactly(SEARCH);
  }

  @Test
  void findsByEmailThen() {
    var byEmail =
        has("{\"phone\":\"+12025550199\",\"email\":\"LEAD@example.com\",\"lastName\":\"L\"}");

    assertThat(world.value(world.matching(lead(), PHONE)))
        .isEqualTo(new ContactMatch(byEmail, false));
    assertThat(world.asked()).containsExactly(SEARCH, SEARCH);
  }

  @Test
  void findsByNumberEvenWhenTheLeadIsWrittenToByEmail() {
    var byPhone = has("{\"phone\":\"+12025550100\",\"email\":\"x@example.com\",\"name\":\"A\"}");

    assertThat(world.value(world.matching(lead(), EMAIL)).contactId()).isEqualTo(byPhone);
  }

  @Test
  void addsToAFoundOneWhatItLacks() {
    has("{\"phone\":\"+12025550100\"}");

    world.value(world.matching(lead(), PHONE));

    assertThat(Optional.of(only()))
        .hasValueSatisfying(
            contact -> {
              assertThat(contact.path("firstName").asText()).isEqualTo("Ada");
              assertThat(contact.path("lastName").asText()).isEqualTo("Lovelace");
              assertThat(contact.path("email").asText()).isEqualTo("lead@example.com");
            });
  }

  @Test
  void leavesToAFoundOneWhatItHas() {
    has("{\"phone\":\"+12025550100\",\"email\":\"own@example.com\",\"lastName\":\"Byron\"}");
    var before = only();

    world.value(world.matching(lead(), PHONE));

    assertThat(only()).isEqualTo(before);
  }

  @Test
  void keepsTheMatchWhenTheOtherAddressIsSomebodyElses() {
    var id = has("{\"phone\":\"+12025550100\",\"name\":\"A\"}");
    has("{\"email\":\"lead@example.com\",\"name\":\"B\"}");

    assertThat(world.value(world.matching(lead(), PHONE))).isEqualTo(new ContactMatch(id, false));
    assertThat(world.asked()).containsExactly(SEARCH, "PUT /contacts/" + id);
    assertThat(world.ghl.contacts(GhlWorld.LOCATION).get(0).has("email")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"phone", "email"})
  void makesOneContactWhateverTheLocationsPriority(String priority) {
    world.ghl.priority(GhlWorld.LOCATION, priority);

    var first = world.value(world.matching(lead(), PHONE));
    var second = world.value(world.matching(lead(), PHONE));

    assertThat(first.made()).isTrue();
    assertThat(second).isEqualTo(new ContactMatch(first.contactId(), false));
    assertThat(only().path("email").asText()).isEqualTo("lead@example.com");
    assertThat(world.asked())
        .containsExactly(SEARCH, SEARCH, UPSERT, "PUT /contacts/" + first.contactId(), SEARCH);
  }

  @Test
  void upsertsOnlyTheFieldItSearchedBy() {
    world.value(world.matching(lead(), EMAIL));

    var body = world.ghl.requests().get(2).body();
    assertThat(body).contains("\"email\":\"lead@example.com\"").doesNotContain("phone");
    assertThat(body).contains("\"createNewIfDuplicateAllowed\":false").doesNotContain("tags");
    assertThat(only().path("phone").asText()).isEqualTo("+12025550100");
  }

  @Test
  void writesAllItKnowsOfANewOne() {
    world.mapped(
        new ConnectionMapping(Map.of(), Map.of("field-plan", "plan", "field-no", "no"), Map.of()));
    var lead = Fixtures.aLead().withEverything().build();

    world.value(
        world
            .connector
            .contacts()
            .match(
                world.context(),
                new ContactWanted(
                    lead, PHONE, Optional.empty(), Optional.of("user-7"), Optional.empty())));

    assertThat(Optional.of(only()))
        .hasValueSatisfying(
            contact -> {
              assertThat(contact.path("firstName").asText()).isEqualTo(Fixtures.UNICODE);
              assertThat(contact.path("companyName").asText()).isEqualTo("Sample & Co.");
              assertThat(contact.path("assignedTo").asText()).isEqualTo("user-7");
              assertThat(contact.path("source").asText()).isEqualTo("Tuco");
              assertThat(contact.path("tags").toString()).isEqualTo("[\"vip\",\"a.b\",\"$c\"]");
              assertThat(contact.path("customFields").toString())
                  .isEqualTo("[{\"id\":\"field-plan\",\"value\":\"gold\"}]");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = FakeFault.class,
      names = {"TIMEOUT_AFTER", "ERROR_500_AFTER", "TRUNCATED"})
  void findsWhatAnUnheardAnswerMade(FakeFault fault) {
    world.fault(fault, UPSERT);

    assertThat(world.value(world.matching(lead(), PHONE)).made()).isTrue();
    assertThat(world.ghl.contactsMade()).isOne();
    assertThat(world.asked().stream().filter(UPSERT::equals)).hasSize(1);
  }

  @Test
  void makesNoSecondOneWhileTheSearchLags() {
    world.ghl.searchLag(GhlWorld.LOCATION, Duration.ofSeconds(40));
    world.fault(FakeFault.TIMEOUT_AFTER, UPSERT);
    var tried = world.clock.instant();

    assertThat(world.failure(world.matching(lead(), PHONE)).kind())
        .isEqualTo(CrmFailure.Kind.UNKNOWN);
    world.clock.advance(Duration.ofSeconds(20));
    var again =
        world.failure(
            world
                .connector
                .contacts()
                .match(world.context(), wanted(Optional.empty(), Optional.of(tried))));
    assertThat(again.kind()).isEqualTo(CrmFailure.Kind.LATER);
    assertThat(again.notBefore()).contains(tried.plusSeconds(60));

    world.clock.set(tried.plusSeconds(60));
    var found =
        world.value(
            world
                .connector
                .contacts()
                .match(world.context(), wanted(Optional.empty(), Optional.of(tried))));

    assertThat(found.made()).isFalse();
    assertThat(world.ghl.contactsMade()).isOne();
  }

  @Test
  void makesItWhenAnEarlierAttemptLeftNothing() {
    world.fault(FakeFault.TIMEOUT_BEFORE, UPSERT);
    assertThat(world.failure(world.matching(lead(), PHONE)).kind())
        .isEqualTo(CrmFailure.Kind.UNKNOWN);
    world.clock.advance(Duration.ofMinutes(2));

    var tried = Optional.of(Fixtures.NOW);
    var made =
        world.value(
            world.connector.contacts().match(world.context(), wanted(Optional.empty(), tried)));

    assertThat(made.made()).isTrue();
    assertThat(world.ghl.contactsMade()).isOne();
  }

  /** Somebody at GHL makes the contact between our look and our write; then GHL refuses ours. */
  @ParameterizedTest
  @EnumSource(
      value = FakeFault.class,
      names = {"BAD_REQUEST", "CONFLICT", "UNPROCESSABLE"})
  void looksAgainAfterARefusal(FakeFault fault) {
    world.ghl.searchLag(GhlWorld.LOCATION, Duration.ofSeconds(10));
    var there = has("{\"phone\":\"+12025550100\",\"name\":\"A\",\"email\":\"a@example.com\"}");
    world.fault(FakeFault.LIMITED, UPSERT); // the transport waits 10 s
    world.fault(fault, UPSERT);

    assertThat(world.value(world.matching(lead(), PHONE)))
        .isEqualTo(new ContactMatch(there, false));
    assertThat(world.ghl.contactsMade()).isOne();
  }

  @Test
  void saysWhyWhenARefusalMeansNobody() {
    world.fault(FakeFault.UNPROCESSABLE, UPSERT);

    var failure = world.failure(world.matching(lead(), PHONE));

    assertThat(failure.kind()).isEqualTo(CrmFailure.Kind.REFUSED);
    assertThat(failure.reason()).isEqualTo("GHL answered 422: property x should not exist.");
  }

  @Test
  void usesTheContactThatTheRefusalNames() {
    var there = has("{\"firstName\":\"Ada\"}");
    world.fault(FakeFault.DUPLICATE, UPSERT);

    assertThat(world.value(world.matching(lead(), PHONE)))
        .isEqualTo(new ContactMatch(there, false));
    assertThat(world.asked()).containsExactly(SEARCH, SEARCH, UPSERT);
  }

  /** The shape of "nobody" is not written down: it may be no body at all. */
  @Test
  void takesNothingForNobody() {
    var end = new AtomicReference<Dialogue.End<ContactMatch>>();
    var made = "{\"new\":true,\"contact\":{\"id\":\"c1\",\"name\":\"A\",\"email\":\"a\"}}";

    DialogueRun.hold(
        world.matching(lead(), PHONE),
        (call, answered) ->
            answered.accept(
                new Answered(
                    200, Map.of(), (call.method().equals("GET") ? "" : made).getBytes(UTF_8))),
        end::set);

    assertThat(end.get()).isEqualTo(Dialogue.ended(new ContactMatch("c1", true)));
  }

  @Test
  void fetchesAContact() {
    world.mapped(new ConnectionMapping(Map.of(), Map.of("f1", "plan"), Map.of()));
    var id =
        has(
            """
            {"firstName":"Ada","lastName":"null","phone":"+12025550100","email":"a@example.com",
             "companyName":"Engines","tags":["vip","b"],"assignedTo":"user-7",
             "customFields":[{"id":"f1","value":"gold"},{"id":"f2","value":["a","b"]}]}
            """);

    var contact = world.value(world.connector.contacts().fetch(world.context(), id));

    assertThat(contact.firstName()).contains("Ada");
    assertThat(contact.lastName()).isEmpty();
    assertThat(contact.phones()).containsExactly("+12025550100");
    assertThat(contact.emails()).containsExactly("a@example.com");
    assertThat(contact.companyName()).contains("Engines");
    assertThat(contact.tags()).containsExactly("vip", "b");
    assertThat(contact.customFields()).isEqualTo(Map.of("plan", "gold", "f2", "a, b"));
    assertThat(contact.ownerId()).contains("user-7");
    assertThat(contact.optedOut()).isEmpty();
    assertThat(contact.updatedAt()).contains(Fixtures.NOW);
  }

  @Test
  void tellsThatAContactIsGone() {
    var failure = world.failure(world.connector.contacts().fetch(world.context(), "gone"));

    assertThat(failure.kind()).isEqualTo(CrmFailure.Kind.REFUSED);
  }

  @Test
  void writesAnOptOutAndTakesItBack() {
    var id = has("{\"phone\":\"+12025550100\"}");
    var contacts = world.connector.contacts();

    world.value(contacts.markOptOut(world.context(), id, true));
    world.value(contacts.markOptOut(world.context(), id, true));
    assertThat(only().at("/dndSettings/SMS").toString())
        .isEqualTo("{\"status\":\"active\",\"message\":\"STOP\",\"code\":\"103\"}");
    assertThat(world.value(contacts.fetch(world.context(), id)).optedOut())
        .contains("Do not disturb in GHL: SMS");

    world.value(contacts.markOptOut(world.context(), id, false));
    assertThat(world.value(contacts.fetch(world.context(), id)).optedOut()).isEmpty();
    assertThat(world.ghl.notes(GhlWorld.LOCATION, id)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FakeFault.class,
      names = {"BAD_REQUEST", "UNPROCESSABLE"})
  void writesANoteWhereGhlRefusesTheOptOut(FakeFault fault) {
    var id = has("{\"phone\":\"+12025550100\"}");
    world.fault(fault, "PUT /contacts/");

    world.value(world.connector.contacts().markOptOut(world.context(), id, true));

    assertThat(world.ghl.notes(GhlWorld.LOCATION, id))
        .containsExactly("[Tuco] The person has opted out (STOP): nobody may write to them.");
  }

  @Test
  void verifiesTheTokenByItsLocation() {
    var account = world.value(world.connector.verify(world.context()));

    assertThat(account.id()).isEqualTo(GhlWorld.LOCATION);
    assertThat(account.zone()).contains("America/New_York");
  }
}
