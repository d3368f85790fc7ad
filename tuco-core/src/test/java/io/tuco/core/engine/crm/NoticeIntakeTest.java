package io.tuco.core.engine.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NoticeIntakeTest {

  private final CrmWorld world = new CrmWorld("hubspot");

  @Test
  void takesAContactOver() {
    take(new CrmNotice.ContactChanged("n-1", "account-1", contact("New", Optional.empty())));

    assertThat(lead().name().first()).contains("New");
    assertThat(world.crm.calls()).isZero();
  }

  @Test
  void takesNothingTwice() {
    take(new CrmNotice.ContactChanged("n-1", "account-1", contact("New", Optional.empty())));
    take(new CrmNotice.ContactChanged("n-2", "account-1", contact("Newer", Optional.empty())));
    take(new CrmNotice.ContactChanged("n-1", "account-1", contact("New", Optional.empty())));

    assertThat(lead().name().first()).contains("Newer");
  }

  @Test
  void barsWhomTheCrmBars() {
    take(new CrmNotice.ContactChanged("n-1", "account-1", contact("New", Optional.of("DND"))));

    assertThat(world.stores.doNotContact().find(Fixtures.WORKSPACE, List.of(CrmWorld.PHONE)))
        .extracting(DoNotContact::source)
        .containsExactly(DoNotContact.Source.CRM);
  }

  @Test
  void asksForAContactThatWasTouched() {
    world.tells(1, MessageStatus.SENT);
    world.runs();

    take(new CrmNotice.ContactTouched("n-1", "account-1", "contact-1"));
    take(new CrmNotice.ContactTouched("n-1", "account-1", "contact-1"));
    world.runs();

    assertThat(world.lead().name().first()).contains("Fetched");
  }

  @Test
  void unlinksAContactThatIsGone() {
    world.tells(1, MessageStatus.SENT);
    world.runs();
    assertThat(world.lead().integrationIds().hubspotRecordId()).contains("contact-1");

    take(new CrmNotice.ContactRemoved("n-1", "account-1", "contact-1"));

    assertThat(world.lead().integrationIds().hubspotRecordId()).isEmpty();
    assertThat(
            world
                .stores
                .contactLinks()
                .find(Fixtures.WORKSPACE, world.connection.id(), CrmWorld.PHONE))
        .isEmpty();
  }

  @Test
  void findsOutThatATouchedContactIsGone() {
    world.tells(1, MessageStatus.SENT);
    world.runs();
    world.crm.loses("contact-1");

    take(new CrmNotice.ContactTouched("n-1", "account-1", "contact-1"));
    world.passes(Duration.ofSeconds(1));

    assertThat(world.lead().integrationIds().hubspotRecordId()).isEmpty();
  }

  @Test
  void stopsAskingAnAccountThatHasThrownUsOut() {
    take(new CrmNotice.Uninstalled("n-1", "account-1"));

    assertThat(world.stores.connections().find(world.connection.id()).orElseThrow().status())
        .isEqualTo(ConnectionStatus.UNAUTHORIZED);
  }

  private void take(CrmNotice notice) {
    world.flows.notices().take(world.connection, notice, world.clock.instant());
  }

  private Lead lead() {
    return world.stores.leads().findByAddress(Fixtures.WORKSPACE, CrmWorld.PHONE).orElseThrow();
  }

  private static CrmContact contact(String name, Optional<String> optedOut) {
    return new CrmContact(
        "contact-7",
        Optional.of(name),
        Optional.empty(),
        List.of(CrmWorld.PHONE.value()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        Optional.empty(),
        optedOut,
        Optional.empty());
  }
}
