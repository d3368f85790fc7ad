package io.tuco.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.CrmIds;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IntegrationIdsTest {

  private static final IntegrationIds FULL =
      new IntegrationIds(
          Optional.of("g1"), Optional.of("loc"), Optional.of("h1"), Optional.of("portal"));

  @Test
  void setsWhatIsMissing() {
    assertThat(IntegrationIds.none().completedBy(FULL.asCrmIds())).isEqualTo(FULL);
  }

  @Test
  void overwritesNothing() {
    assertThat(FULL.completedBy(hubspot("h2", "other"))).isEqualTo(FULL);
  }

  @Test
  void learnsWhosePortalItsRecordIsIn() {
    var bare = IntegrationIds.none().completedBy(hubspot("h1", null));

    assertThat(bare.completedBy(hubspot("h1", "portal")).hubspotPortalId()).contains("portal");
  }

  @Test
  void takesNoPortalOfAnotherRecord() {
    var bare = IntegrationIds.none().completedBy(hubspot("h1", null));

    assertThat(bare.completedBy(hubspot("h2", "portal")).hubspotPortalId()).isEmpty();
    assertThat(bare.completedBy(hubspot(null, "portal")).hubspotPortalId()).isEmpty();
  }

  @Test
  void losesARecordWithItsAccount() {
    assertThat(FULL.withoutHubspot("h1").asCrmIds())
        .isEqualTo(
            new CrmIds(Optional.of("g1"), Optional.of("loc"), Optional.empty(), Optional.empty()));
    assertThat(FULL.withoutGhl("g1").asCrmIds()).isEqualTo(hubspot("h1", "portal"));
    assertThat(FULL.withoutGhl("h1").withoutHubspot("g1")).isEqualTo(FULL);
  }

  private static CrmIds hubspot(String contact, String portal) {
    return new CrmIds(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(contact),
        Optional.ofNullable(portal));
  }
}
