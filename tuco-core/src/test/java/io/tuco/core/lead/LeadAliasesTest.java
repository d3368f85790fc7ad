package io.tuco.core.lead;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other names and records of a known person: API contract, section 2.6. */
final class LeadAliasesTest {

  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void keepsTheFirstNameAndAppendsAnother() {
    var lead = aLead().named("Ada Lovelace").build();

    var met = lead.metAs(PersonName.split("Augusta Ada King"), ghl("ghl-1", "loc-1"), LATER);

    assertThat(met.name()).isEqualTo(lead.name());
    assertThat(met.integrationIds().ghlRecordId()).contains("ghl-1");
    assertThat(met.aliases().items())
        .containsExactly(
            new LeadAlias(
                PersonName.split("Augusta Ada King"),
                Optional.of("ghl-1"),
                Optional.of("loc-1"),
                LATER));
    assertThat(met.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void appendsAnotherRecordAndNeverOverwritesTheFirst() {
    var lead = aLead().knownToGhlAs("ghl-1").build();

    var met = lead.metAs(PersonName.unknown(), ghl("ghl-2", "loc-2"), LATER);

    assertThat(met.integrationIds().ghlRecordId()).contains("ghl-1");
    assertThat(met.integrationIds().ghlLocationId()).contains("loc-2");
    assertThat(met.ghlRecordIds()).containsExactly("ghl-1", "ghl-2");
  }

  @Test
  void namesALeadThatHasNoName() {
    var met = aLead().withNothing().build().metAs(PersonName.split("Ada"), CrmIds.none(), LATER);

    assertThat(met.name()).isEqualTo(PersonName.split("Ada"));
    assertThat(met.aliases()).isEqualTo(LeadAliases.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada Lovelace", "ada  LOVELACE", " Ada Lovelace ", "Countess", ""})
  void isTheSameLeadWhenNothingNewArrives(String name) {
    var lead =
        aLead()
            .named("Ada Lovelace")
            .knownToGhlAs("ghl-1")
            .build()
            .metAs(PersonName.split("Countess"), ghl("ghl-2", "loc"), NOW);

    assertThat(lead.metAs(PersonName.split(name), CrmIds.none(), LATER)).isSameAs(lead);
    assertThat(lead.metAs(PersonName.split(name), ghl("ghl-2", "loc"), LATER)).isSameAs(lead);
    assertThat(lead.metAs(PersonName.split(name), ghl("ghl-1", "loc"), LATER)).isSameAs(lead);
  }

  @Test
  void keepsNoMoreThanItsMost() {
    var lead = aLead().knownToGhlAs("ghl").build();
    for (var number = 0; number < LeadAliases.MOST + 5; number++) {
      lead = lead.metAs(PersonName.unknown(), ghl("ghl-" + number, "loc"), LATER);
    }

    assertThat(lead.aliases().items()).hasSize(LeadAliases.MOST);
    assertThat(lead.ghlRecordIds()).startsWith("ghl", "ghl-0").doesNotContain("ghl-50");
  }

  private static CrmIds ghl(String contact, String location) {
    return new CrmIds(
        Optional.of(contact), Optional.of(location), Optional.empty(), Optional.empty());
  }
}
