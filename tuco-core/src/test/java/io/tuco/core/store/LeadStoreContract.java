package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.lead.PersonName;
import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LeadStore} promises. */
public abstract class LeadStoreContract {

  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");
  private static final PhoneNumber ALT_PHONE = new PhoneNumber("+12025550101");
  private static final EmailAddress EMAIL = new EmailAddress("lead@example.com");
  private static final EmailAddress ALT_EMAIL = new EmailAddress("alt1@example.com");

  private static final LeadFilter EVERYBODY = new LeadFilter("", Optional.empty());

  private LeadStore leads;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    leads = openStores().leads();
  }

  @Test
  void returnsAFullLeadAsItWasStored() {
    var lead = aLead().withEverything().build();

    assertThat(leads.create(lead)).contains(lead);
    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
  }

  @Test
  void returnsABareLeadAsItWasStored() {
    var lead = aLead().withNothing().build();

    assertThat(leads.create(lead)).contains(lead);
    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
  }

  @Test
  void keepsWhatALookUpFoundWhateverElseChanges() {
    var lead = leads.create(aLead().build()).orElseThrow();
    var theirs =
        leads.create(aLead().withId(id(0x1eaf)).inWorkspace(OTHER_WORKSPACE).build()).orElseThrow();

    leads.noteAvailability(
        WORKSPACE, List.of(lead.id(), theirs.id(), id(0xdead)), LeadAvailability.AVAILABLE);
    leads.noteAvailability(WORKSPACE, List.of(lead.id()), LeadAvailability.UNAVAILABLE);
    leads.update(lead.ownedBy(Optional.of("owner@example.com")));

    assertThat(leads.find(WORKSPACE, lead.id()))
        .contains(
            lead.ownedBy(Optional.of("owner@example.com")).found(LeadAvailability.UNAVAILABLE));
    assertThat(leads.find(OTHER_WORKSPACE, theirs.id())).contains(theirs);
    var seen = leads.find(WORKSPACE, lead.id()).orElseThrow();
    assertThat(leads.update(seen)).contains(seen);
  }

  @Test
  void namesTheLeadsOfAListNewestFirst() {
    for (var number = 1; number <= 4; number++) {
      leads.create(
          aLead()
              .withId(id(number))
              .withPhone("+1202555010" + number)
              .inList(number == 2 ? "list-b" : "list-a")
              .createdAt(NOW.plusSeconds(number))
              .build());
    }

    assertThat(leads.idsOfList(WORKSPACE, "list-a", 2)).containsExactly(id(4), id(3));
    assertThat(leads.idsOfList(WORKSPACE, "list-b", 9)).containsExactly(id(2));
    assertThat(leads.idsOfList(OTHER_WORKSPACE, "list-a", 9)).isEmpty();
  }

  @Test
  void keepsCustomFieldNamesThatLookLikePathsAndOperators() {
    var fields =
        Map.of("a.b", "1", "a", "2", "$set", "3", "$", "4", ".", "5", "a.$.b", "\uD83D\uDE00");
    var lead = aLead().withCustomFields(fields).build();

    leads.create(lead);

    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
  }

  @Test
  void losesNoneOfManyChangesAtOnce() {
    var lead = create(aLead().build());

    Rivals.race(
        8,
        number ->
            leads.change(
                WORKSPACE,
                lead.id(),
                found -> found.metAs(PersonName.unknown(), ghl("ghl-" + number), NOW)));

    assertThat(leads.find(WORKSPACE, lead.id()).orElseThrow().ghlRecordIds())
        .containsExactlyInAnyOrder(
            IntStream.range(0, 8).mapToObj(number -> "ghl-" + number).toArray(String[]::new));
  }

  @Test
  void appendsOneAliasForManyEqualArrivalsAtOnce() {
    var lead = create(aLead().knownToGhlAs("ghl-1").build());

    Rivals.race(
        8,
        number ->
            leads.change(
                WORKSPACE,
                lead.id(),
                found -> found.metAs(PersonName.split("Somebody Else"), ghl("ghl-2"), NOW)));

    assertThat(leads.find(WORKSPACE, lead.id()).orElseThrow().aliases().items()).hasSize(1);
  }

  @Test
  void changesNoLeadOfAnotherWorkspace() {
    var lead = create(aLead().build());

    assertThat(leads.change(OTHER_WORKSPACE, lead.id(), found -> found.inList(id(9)))).isEmpty();
    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
  }

  @Test
  void findsALeadByEveryGhlRecord() {
    var lead = create(aLead().withEverything().build());

    for (var record : lead.ghlRecordIds()) {
      assertThat(leads.findByGhlContact(WORKSPACE, record)).contains(lead);
    }
    assertThat(lead.ghlRecordIds()).containsExactly("ghl-1", "ghl-2", "ghl-3");
    assertThat(leads.findByGhlContact(OTHER_WORKSPACE, "ghl-2")).isEmpty();
  }

  private static CrmIds ghl(String id) {
    return new CrmIds(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void findsTheOnesOfTheseLeadsThatTheWorkspaceHas() {
    var one = create(aLead().withId(id(1)).withPhone("+12025550111").build());
    var full = create(aLead().withEverything().withId(id(2)).build());
    create(aLead().withId(id(3)).inWorkspace(OTHER_WORKSPACE).build());
    create(aLead().withId(id(4)).withPhone("+12025550114").build());

    var found = leads.findAll(WORKSPACE, List.of(id(1), id(2), id(3), id(404), id(1)));

    assertThat(found).containsExactlyInAnyOrder(one, full);
    assertThat(leads.findAll(WORKSPACE, List.of())).isEmpty();
  }

  @Test
  void findsALeadByEachOfItsAddresses() {
    var lead = create(aLead().withEverything().build());

    assertThat(leads.findByAddress(WORKSPACE, PHONE)).contains(lead);
    assertThat(leads.findByAddress(WORKSPACE, ALT_PHONE)).contains(lead);
    assertThat(leads.findByAddress(WORKSPACE, EMAIL)).contains(lead);
    assertThat(leads.findByAddress(WORKSPACE, ALT_EMAIL)).contains(lead);
    assertThat(leads.findByAddress(WORKSPACE, new PhoneNumber("+12025550199"))).isEmpty();
  }

  @Test
  void findsALeadByItsCrmIds() {
    var ghl = create(aLead().knownToGhlAs("ghl-1").build());
    var hubspot = create(aLead().withId(id(2)).withoutPhone().knownToHubspotAs("hs-1").build());

    assertThat(leads.findByGhlContact(WORKSPACE, "ghl-1")).contains(ghl);
    assertThat(leads.findByHubspotContact(WORKSPACE, "hs-1")).contains(hubspot);
    assertThat(leads.findByGhlContact(WORKSPACE, "hs-1")).isEmpty();
    assertThat(leads.findByHubspotContact(WORKSPACE, "ghl-1")).isEmpty();
  }

  @Test
  void neverFindsALeadOfAnotherWorkspace() {
    var lead = create(aLead().withEverything().build());

    assertThat(leads.find(OTHER_WORKSPACE, lead.id())).isEmpty();
    assertThat(leads.findByAddress(OTHER_WORKSPACE, PHONE)).isEmpty();
    assertThat(leads.findByGhlContact(OTHER_WORKSPACE, "ghl-1")).isEmpty();
    assertThat(leads.findByHubspotContact(OTHER_WORKSPACE, "hs-1")).isEmpty();
    assertThat(leads.update(aLead().inWorkspace(OTHER_WORKSPACE).build())).isEmpty();
    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
  }

  @Test
  void letsTwoWorkspacesKnowTheSamePerson() {
    var here = create(aLead().build());
    var there = create(aLead().withId(id(2)).inWorkspace(OTHER_WORKSPACE).build());

    assertThat(leads.findByAddress(WORKSPACE, PHONE)).contains(here);
    assertThat(leads.findByAddress(OTHER_WORKSPACE, PHONE)).contains(there);
  }

  @Test
  void createsNothingWhenAnotherLeadHasThePhone() {
    var first = create(aLead().build());
    var rival = aLead().withId(id(2)).withEmail("lead@example.com").build();

    assertThat(leads.create(rival)).isEmpty();
    assertThat(leads.find(WORKSPACE, rival.id())).isEmpty();
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).contains(first);
    assertThat(leads.findByAddress(WORKSPACE, EMAIL)).isEmpty();
  }

  @Test
  void createsNothingWhenAnotherLeadHasTheEmail() {
    create(aLead().withEmail("lead@example.com").build());
    var rival = aLead().withId(id(2)).withPhone("+12025550109").withEmail("lead@example.com");

    assertThat(leads.create(rival.build())).isEmpty();
    assertThat(leads.findByAddress(WORKSPACE, new PhoneNumber("+12025550109"))).isEmpty();
    assertThat(leads.create(rival.withEmail("free@example.com").build())).isPresent();
  }

  @Test
  void createsNothingWhenThePhoneIsAnotherLeadsAlternate() {
    create(aLead().withAltPhones("+12025550101").build());

    assertThat(leads.create(aLead().withId(id(2)).withPhone("+12025550101").build())).isEmpty();
  }

  @Test
  void leavesOutAlternatesThatAnotherLeadHas() {
    var first = create(aLead().withEmail("lead@example.com").build());
    var second =
        aLead()
            .withId(id(2))
            .withPhone("+12025550102")
            .withAltPhones("+12025550103", "+12025550100")
            .withAltEmails("lead@example.com", "alt2@example.com")
            .build();

    var stored = create(second);

    assertThat(stored.addresses().altPhones().places())
        .containsExactly(
            Optional.of(new PhoneNumber("+12025550103")), Optional.empty(), Optional.empty());
    assertThat(stored.addresses().altEmails().places())
        .containsExactly(
            Optional.empty(), Optional.of(new EmailAddress("alt2@example.com")), Optional.empty());
    assertThat(leads.find(WORKSPACE, second.id())).contains(stored);
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).contains(first);
  }

  @Test
  void allowsAnAddressTwiceWithinOneLead() {
    var lead = create(aLead().withAltPhones("+12025550100", "+12025550100").build());

    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).contains(lead);
    assertThat(leads.update(aLead().build())).isPresent();
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isPresent();
  }

  @Test
  void claimsNewAddressesOnUpdateAndGivesBackOldOnes() {
    create(aLead().withAltPhones("+12025550101").build());
    var moved = aLead().withPhone("+12025550102").withAltEmails("alt1@example.com").build();

    assertThat(leads.update(moved)).contains(moved);

    assertThat(leads.findByAddress(WORKSPACE, ALT_EMAIL)).contains(moved);
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isEmpty();
    assertThat(leads.findByAddress(WORKSPACE, ALT_PHONE)).isEmpty();
    assertThat(leads.create(aLead().withId(id(2)).withAltPhones("+12025550101").build()))
        .map(other -> other.addresses().all())
        .contains(List.of(PHONE, ALT_PHONE));
  }

  @Test
  void leavesOutAForeignAlternateOnUpdate() {
    var first = create(aLead().build());
    create(aLead().withId(id(2)).withPhone("+12025550102").build());
    var second = aLead().withId(id(2)).withPhone("+12025550102");

    var stored = leads.update(second.withAltPhones("+12025550100", "+12025550101").build());

    assertThat(stored.map(lead -> lead.addresses().altPhones().places()))
        .contains(List.of(Optional.empty(), Optional.of(ALT_PHONE), Optional.empty()));
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).contains(first);
  }

  @Test
  void changesNothingWhenAnUpdateWantsAnotherLeadsPhone() {
    create(aLead().build());
    var second = create(aLead().withId(id(2)).withPhone("+12025550102").build());
    var greedy = aLead().withId(id(2)).withAltEmails("alt1@example.com").build();

    assertThat(leads.update(greedy)).isEmpty();

    assertThat(leads.find(WORKSPACE, second.id())).contains(second);
    assertThat(leads.findByAddress(WORKSPACE, new PhoneNumber("+12025550102"))).contains(second);
    assertThat(leads.findByAddress(WORKSPACE, ALT_EMAIL)).isEmpty();
  }

  @Test
  void updatesNoLeadThatIsGone() {
    assertThat(leads.update(aLead().build())).isEmpty();
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isEmpty();
  }

  @Test
  void makesOneLeadOfFiftyRivalsForAPhone() {
    for (var round = 0; round < 20; round++) {
      var phone = "+1202555%04d".formatted(1000 + round);
      var first = 50 * round;

      var made =
          Rivals.race(
              50,
              rival -> leads.create(aLead().withId(id(first + rival)).withPhone(phone).build()));

      var winners = made.stream().flatMap(Optional::stream).toList();
      assertThat(winners).hasSize(1);
      assertThat(leads.findByAddress(WORKSPACE, new PhoneNumber(phone))).contains(winners.get(0));
      assertThat(IntStream.range(first, first + 50).mapToObj(number -> id(number)))
          .filteredOn(leadId -> leads.find(WORKSPACE, leadId).isPresent())
          .containsExactly(winners.get(0).id());
    }
  }

  @Test
  void makesAtMostOneLeadOfRivalsWhoShareOneAddressEach() {
    for (var round = 0; round < 20; round++) {
      var phone = "+1202555%04d".formatted(2000 + round);
      var email = "rival%d@example.com".formatted(round);
      var number = 2 * round;

      var made =
          Rivals.race(
              2,
              rival -> {
                var lead = aLead().withId(id(number + rival)).withEmail(email);
                return leads.create(
                    (rival == 0 ? lead.withPhone(phone) : lead.withoutPhone()).build());
              });

      var winners = made.stream().flatMap(Optional::stream).toList();
      assertThat(winners).hasSize(1);
      assertThat(leads.findByAddress(WORKSPACE, new EmailAddress(email))).contains(winners.get(0));
    }
  }

  @Test
  void givesAnAlternateToOneOfManyRivals() {
    var stored =
        Rivals.race(
            10,
            rival ->
                leads
                    .create(
                        aLead()
                            .withId(id(rival))
                            .withPhone("+1202555%04d".formatted(3000 + rival))
                            .withAltPhones("+12025550101")
                            .build())
                    .orElseThrow());

    var owners = stored.stream().filter(lead -> lead.addresses().all().contains(ALT_PHONE));
    var owner = leads.findByAddress(WORKSPACE, ALT_PHONE);
    assertThat(owners.toList()).containsExactly(owner.orElseThrow());
  }

  @Test
  void listsTheWorkspacesLeadsNewestFirst() {
    var old = create(aLead().withId(id(1)).withPhone("+12025550111").build());
    var later = aLead().createdAt(NOW.plusMillis(1));
    var greater = create(later.withId(id(3)).withPhone("+12025550113").build());
    var lesser = create(later.withId(id(2)).withPhone("+12025550112").build());
    create(aLead().withId(id(4)).inWorkspace(OTHER_WORKSPACE).build());

    var first = page(EVERYBODY, new PageRequest(1, 2));
    var second = page(EVERYBODY, new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(greater, lesser);
    assertThat(first.totalCount()).isEqualTo(3);
    assertThat(second.items()).containsExactly(old);
  }

  @Test
  void searchesNamesAddressesAndCompanyInAnyCase() {
    var ada = aLead().named("Ada ÉlanİB").withEmail("ada@example.com").inCompany("Sample & Co.");
    var lead = create(ada.build());
    create(aLead().withId(id(2)).withPhone("+12025550199").build());

    for (var part : List.of("aDA", "élanİ", "a@EXAMPLE.c", "5550100", "+1202555010", "ple & c")) {
      assertThat(found(part)).as(part).containsExactly(lead);
    }
    for (var none : List.of("ada é", ".*", "a|b", "[a]", "^ada", "$", "\\", "\0", "nobody")) {
      assertThat(found(none)).as(none).isEmpty();
    }
  }

  @Test
  void searchesWhatALeadIsNowAndNotWhatItWas() {
    create(aLead().named("Ada").build());
    var renamed = leads.update(aLead().named("Grace").build()).orElseThrow();

    assertThat(found("ada")).isEmpty();
    assertThat(found("grace")).containsExactly(renamed);
  }

  @Test
  void keepsToTheListThatIsAskedFor() {
    var here = create(aLead().withId(id(1)).named("Ada").inList(id(71)).build());
    var there = aLead().withId(id(2)).named("Ada").inList(id(72)).withPhone("+12025550102");
    create(there.build());
    create(aLead().withId(id(3)).inList(id(71)).withPhone("+12025550103").build());
    create(aLead().withId(id(4)).inWorkspace(OTHER_WORKSPACE).inList(id(71)).build());

    var found = page(new LeadFilter("ada", Optional.of(id(71))), PageRequest.first());
    var all = page(new LeadFilter("", Optional.of(id(71))), PageRequest.first());

    assertThat(found.items()).containsExactly(here);
    assertThat(all.totalCount()).isEqualTo(2);
    assertThat(leads.countByList(WORKSPACE, List.of(id(71), id(72), id(73))))
        .isEqualTo(Map.of(id(71), 2L, id(72), 1L));
    assertThat(leads.countByList(WORKSPACE, List.of())).isEmpty();
  }

  @Test
  void forgetsALeadAndGivesItsAddressesBack() {
    var lead = create(aLead().withEverything().build());

    assertThat(leads.delete(OTHER_WORKSPACE, lead.id())).isFalse();
    assertThat(leads.find(WORKSPACE, lead.id())).contains(lead);
    assertThat(leads.delete(WORKSPACE, lead.id())).isTrue();
    assertThat(leads.delete(WORKSPACE, lead.id())).isFalse();

    assertThat(leads.find(WORKSPACE, lead.id())).isEmpty();
    assertThat(leads.findByAddress(WORKSPACE, ALT_PHONE)).isEmpty();
    assertThat(leads.update(lead)).isEmpty();
    assertThat(leads.create(aLead().withEverything().withId(id(2)).build())).isPresent();
  }

  @Test
  void movesTheLeadsOfAListAndNoOthers() {
    var moving = create(aLead().withId(id(1)).inList(id(71)).build());
    var staying = create(aLead().withId(id(2)).withPhone("+12025550102").inList(id(72)).build());
    var theirs = aLead().withId(id(3)).inWorkspace(OTHER_WORKSPACE).inList(id(71)).build();
    create(theirs);

    leads.moveAll(WORKSPACE, id(71), id(73), NOW.plusSeconds(9));

    assertThat(leads.find(WORKSPACE, id(1)))
        .contains(moving.withAddresses(moving.addresses(), NOW.plusSeconds(9)).inList(id(73)));
    assertThat(leads.find(WORKSPACE, id(2))).contains(staying);
    assertThat(leads.find(OTHER_WORKSPACE, id(3))).contains(theirs);
  }

  private List<Lead> found(String text) {
    return page(new LeadFilter(text, Optional.empty()), PageRequest.first()).items();
  }

  private Page<Lead> page(LeadFilter filter, PageRequest request) {
    return leads.search(WORKSPACE, filter, request).orElseThrow();
  }

  private Lead create(Lead lead) {
    return leads.create(lead).orElseThrow();
  }
}
