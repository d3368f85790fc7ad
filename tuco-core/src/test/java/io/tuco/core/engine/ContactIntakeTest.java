package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMember;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tuco.core.SortableIds;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionMapping;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.engine.ContactIntake.Taken;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadSource;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Rivals;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a CRM's contacts (settled 25). */
final class ContactIntakeTest {

  private static final String ADA = "+12025550100";
  private static final String BOB = "+12025550101";
  private static final Instant LATER = NOW.plusSeconds(60);

  private final Stores stores = new InMemoryStores();
  private final ContactIntake intake =
      new ContactIntake(stores, new SortableIds(SettableClock.at(NOW), new Random(7)));
  private final Connection ghl =
      aConnection()
          .to("ghl", "loc-1")
          .with(new ConnectionMapping(Map.of(), Map.of("f-1", "city"), Map.of()))
          .build();
  private final Connection hubspot = aConnection().to("hubspot", "portal-1").build();

  @BeforeEach
  void found() {
    stores.workspaces().insert(aWorkspace().build());
    stores.members().insert(aMember().withEmail("first@example.com").build());
    stores
        .members()
        .insert(
            aMember()
                .withId(id(0x92))
                .withEmail("second@example.com")
                .createdAt(NOW.plusSeconds(1))
                .build());
  }

  @Test
  void makesALeadOfANewContactInTheListOfItsCrm() {
    var taken =
        intake.take(
            ghl,
            new CrmContact(
                "c-1",
                Optional.of("Ada"),
                Optional.of(" "),
                List.of("(202) 555-0100", "no number", BOB),
                List.of("Ada@Example.com"),
                Optional.of("Analytical"),
                Optional.of("Countess"),
                List.of("vip"),
                Map.of("f-1", "London"),
                Optional.of("user-1"),
                Optional.empty(),
                Optional.of(NOW)),
            Optional.of("second@example.com"),
            NOW);

    assertThat(taken.isNew()).isTrue();
    var lead = taken.lead().orElseThrow();
    assertThat(lead.source()).isEqualTo(LeadSource.GHL);
    assertThat(lead.name().full()).contains("Ada");
    assertThat(lead.addresses().phone()).contains(new PhoneNumber(ADA));
    assertThat(lead.addresses().altPhones().first()).contains(new PhoneNumber(BOB));
    assertThat(lead.addresses().email()).contains(new EmailAddress("ada@example.com"));
    assertThat(lead.profile().companyName()).contains("Analytical");
    assertThat(lead.profile().jobTitle()).contains("Countess");
    assertThat(lead.profile().tags()).containsExactly("vip");
    assertThat(lead.profile().customFields()).containsExactly(Map.entry("city", "London"));
    assertThat(lead.contactOwnerEmail()).contains("second@example.com");
    assertThat(lead.integrationIds().ghlRecordId()).contains("c-1");
    assertThat(lead.integrationIds().ghlLocationId()).contains("loc-1");
    assertThat(stores.leadLists().find(WORKSPACE, lead.listId()).orElseThrow().name())
        .isEqualTo("GoHighLevel");
  }

  @Test
  void changesNothingTheSecondTime() {
    var contact = contact("c-1", "Ada", List.of(ADA), List.of("ada@example.com"));
    var first = intake.take(ghl, contact, Optional.empty(), NOW).lead();

    var again = intake.take(ghl, contact, Optional.empty(), LATER);

    assertThat(again).isEqualTo(new Taken(first, false));
    assertThat(first.orElseThrow().contactOwnerEmail()).contains("first@example.com");
    assertThat(leads()).hasSize(1);
  }

  @Test
  void followsTheContactThatALeadIs() {
    intake.take(ghl, contact("c-1", "Ada", List.of(ADA), List.of()), Optional.empty(), NOW);

    var changed =
        intake
            .take(
                ghl,
                contact("c-1", "Augusta", List.of(BOB), List.of("ada@example.com")),
                Optional.of("second@example.com"),
                LATER)
            .lead()
            .orElseThrow();

    assertThat(changed.name().full()).contains("Augusta");
    assertThat(changed.addresses().phone()).contains(new PhoneNumber(BOB));
    assertThat(changed.addresses().altPhones().first()).contains(new PhoneNumber(ADA));
    assertThat(changed.contactOwnerEmail()).contains("second@example.com");
    assertThat(changed.updatedAt()).isEqualTo(LATER);
    assertThat(leads()).containsExactly(changed);
  }

  @Test
  void completesALeadThatHasOneOfTheAddressesAsAnAlternate() {
    stores
        .leads()
        .create(aLead().withId(id(1)).named("Her Name").withPhone(ADA).withAltPhones(BOB).build());

    var taken =
        intake.take(
            hubspot,
            contact("77", "Other", List.of(BOB), List.of("her@example.com")),
            Optional.empty(),
            LATER);

    assertThat(taken.isNew()).isFalse();
    var lead = taken.lead().orElseThrow();
    assertThat(lead.id()).isEqualTo(id(1));
    assertThat(lead.name().full()).contains("Her Name");
    assertThat(lead.addresses().phone()).contains(new PhoneNumber(ADA));
    assertThat(lead.addresses().email()).contains(new EmailAddress("her@example.com"));
    assertThat(lead.integrationIds().hubspotRecordId()).contains("77");
    assertThat(lead.integrationIds().hubspotPortalId()).contains("portal-1");
    assertThat(lead.aliases().items()).hasSize(1);
  }

  @Test
  void leavesAnotherLeadItsAddress() {
    stores.leads().create(aLead().withId(id(1)).withPhone(ADA).build());
    stores.leads().create(aLead().withId(id(2)).withPhone(BOB).knownToGhlAs("c-1").build());

    var lead =
        intake
            .take(ghl, contact("c-1", "Bob", List.of(ADA, BOB), List.of()), Optional.empty(), NOW)
            .lead()
            .orElseThrow();

    assertThat(lead.id()).isEqualTo(id(2));
    assertThat(lead.addresses().all()).containsExactly(new PhoneNumber(BOB));
    assertThat(stores.leads().find(WORKSPACE, id(1)).orElseThrow().addresses().phone())
        .contains(new PhoneNumber(ADA));
  }

  @Test
  void takesARecordOfAnotherPortalForAnotherPerson() {
    intake.take(hubspot, contact("77", "Ada", List.of(ADA), List.of()), Optional.empty(), NOW);
    var other = aConnection().to("hubspot", "portal-2").build();

    var taken =
        intake.take(other, contact("77", "Bob", List.of(BOB), List.of()), Optional.empty(), NOW);

    assertThat(taken.isNew()).isTrue();
    assertThat(leads()).hasSize(2);
  }

  @Test
  void makesNoLeadOfAContactThatNobodyCanWriteTo() {
    var taken =
        intake.take(ghl, contact("c-1", "Ada", List.of("-"), List.of("@")), Optional.empty(), NOW);

    assertThat(taken).isEqualTo(new Taken(Optional.empty(), false));
    assertThat(leads()).isEmpty();
  }

  @Test
  void barsEveryAddressOfAContactThatOptedOut() {
    var contact =
        new CrmContact(
            "c-1",
            Optional.of("Ada"),
            Optional.empty(),
            List.of(ADA),
            List.of("ada@example.com"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Optional.of("dnd"),
            Optional.empty());

    intake.take(ghl, contact, Optional.empty(), NOW);
    intake.take(ghl, contact, Optional.empty(), LATER);

    List<Address> all = List.of(new PhoneNumber(ADA), new EmailAddress("ada@example.com"));
    assertThat(stores.doNotContact().find(WORKSPACE, all))
        .extracting(DoNotContact::source, DoNotContact::reason)
        .containsOnly(tuple(DoNotContact.Source.CRM, Optional.of("dnd")))
        .hasSize(2);
  }

  @Test
  void keepsAnOwnerWhomTheCrmDoesNotKnow() {
    var contact = contact("c-1", "Ada", List.of(ADA), List.of());
    intake.take(ghl, contact, Optional.of("second@example.com"), NOW);

    var lead = intake.take(ghl, contact, Optional.of("nobody@example.com"), LATER).lead();

    assertThat(lead.orElseThrow().contactOwnerEmail()).contains("second@example.com");
  }

  @Test
  void makesOneLeadWhenRivalsTakeContactsThatShareAnAddress() {
    for (var round = 0; round < 10; round++) {
      var phone = "+1202555%04d".formatted(round);

      Rivals.race(
          4,
          rival ->
              intake.take(
                  ghl,
                  contact("c-" + phone + rival, "Ada", List.of(phone), List.of()),
                  Optional.empty(),
                  NOW));
    }

    assertThat(leads()).hasSize(10);
  }

  private List<Lead> leads() {
    return stores
        .leads()
        .search(WORKSPACE, new LeadFilter("", Optional.empty()), new PageRequest(1, 100))
        .orElseThrow()
        .items();
  }

  private static CrmContact contact(
      String id, String name, List<String> phones, List<String> emails) {
    return new CrmContact(
        id,
        Optional.of(name),
        Optional.empty(),
        phones,
        emails,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(NOW));
  }
}
