package io.tuco.core.lead;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a request adds to a lead, and what it must leave alone: API contract, 2.1 and 2.6. */
final class LeadMergingTest {

  private static final PhoneNumber ONE = new PhoneNumber("+12025550101");
  private static final PhoneNumber TWO = new PhoneNumber("+12025550102");
  private static final PhoneNumber THREE = new PhoneNumber("+12025550103");
  private static final EmailAddress MAIL = new EmailAddress("alt1@example.com");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void setsGivenPlacesAndKeepsAbsentOnes() {
    var known = places(Optional.of(ONE), Optional.of(TWO), Optional.empty());
    var given = places(Optional.empty(), Optional.of(THREE), Optional.of(ONE));

    assertThat(known.merge(given))
        .isEqualTo(places(Optional.of(ONE), Optional.of(THREE), Optional.of(ONE)));
    assertThat(known.merge(Alternates.none())).isEqualTo(known);
    assertThat(Alternates.<PhoneNumber>none().merge(known)).isEqualTo(known);
  }

  @Test
  void leavesAGapWhereAnAlternateIsLeftOut() {
    var known = places(Optional.of(ONE), Optional.of(TWO), Optional.of(THREE));

    var kept = known.keeping(phone -> !phone.equals(TWO));

    assertThat(kept.places())
        .containsExactly(Optional.of(ONE), Optional.empty(), Optional.of(THREE));
    assertThat(kept.stream()).containsExactly(ONE, THREE);
  }

  @Test
  void listsAddressesPrimariesFirstWithoutRepeats() {
    var addresses =
        aLead()
            .withEmail("lead@example.com")
            .withAltPhones("+12025550101", "+12025550100")
            .withAltEmails("alt1@example.com")
            .build()
            .addresses();

    assertThat(addresses.all())
        .containsExactly(
            new PhoneNumber("+12025550100"), ONE, new EmailAddress("lead@example.com"), MAIL);
  }

  @Test
  void neverLeavesOutAPrimary() {
    var addresses = aLead().withEmail("lead@example.com").withAltPhones("+12025550101").build();

    var kept = addresses.addresses().keepingAlternates(address -> false);

    assertThat(kept.phone()).isPresent();
    assertThat(kept.email()).isPresent();
    assertThat(kept.altPhones()).isEqualTo(Alternates.none());
  }

  @Test
  void enrichesALeadByAlternatesAndMissingCrmIds() {
    var lead = aLead().withAltPhones("+12025550101").knownToGhlAs("ghl-old").build();
    var given = places(Optional.empty(), Optional.of(TWO), Optional.empty());
    var emails =
        new Alternates<>(Optional.of(MAIL), Optional.<EmailAddress>empty(), Optional.empty());

    var enriched = lead.enrichedBy(given, emails, crm("ghl-new", "hs-new"), LATER);

    assertThat(enriched.addresses().altPhones().stream()).containsExactly(ONE, TWO);
    assertThat(enriched.addresses().altEmails().stream()).containsExactly(MAIL);
    assertThat(enriched.integrationIds().ghlRecordId()).contains("ghl-old");
    assertThat(enriched.integrationIds().hubspotRecordId()).contains("hs-new");
    assertThat(enriched.updatedAt()).isEqualTo(LATER);
    assertThat(enriched.createdAt()).isEqualTo(lead.createdAt());
  }

  @Test
  void isTheSameLeadWhenARequestBringsNothingNew() {
    var lead = aLead().withEverything().build();
    var given = places(Optional.of(ONE), Optional.empty(), Optional.empty());

    assertThat(lead.enrichedBy(given, Alternates.none(), crm("ghl-new", "hs-new"), LATER))
        .isSameAs(lead);
  }

  @Test
  void derivesOneQuickSendsListFromEachWorkspace() {
    var list = LeadList.quickSends("org_sample", NOW);

    // sha256("quick-sends:org_sample"), its first 12 bytes
    assertThat(list.id()).isEqualTo("2acf0d4c30db22d7c14f0d2f");
    assertThat(list.isQuickSends()).isTrue();
    assertThat(list.description()).isEqualTo("Quick send messages");
    assertThat(LeadList.quickSends("org_sample", LATER).id()).isEqualTo(list.id());
    assertThat(LeadList.quickSends("org_other", NOW).id()).isNotEqualTo(list.id());
  }

  private static Alternates<PhoneNumber> places(
      Optional<PhoneNumber> first, Optional<PhoneNumber> second, Optional<PhoneNumber> third) {
    return new Alternates<>(first, second, third);
  }

  private static CrmIds crm(String ghl, String hubspot) {
    return new CrmIds(Optional.of(ghl), Optional.empty(), Optional.of(hubspot), Optional.empty());
  }
}
