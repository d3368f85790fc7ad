package io.tuco.camel.mongo;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.LeadStore;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of an address whose claimant crashed, or stalled, between its two writes. */
final class AddressClaimsTest {

  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");
  private static final String GHOST = id(99);

  @RegisterExtension final FreshStores fresh = FreshStores.embedded();

  @Test
  void takesAnAddressWhoseLeadWasNeverStored() {
    var leads = fresh.open().leads();
    leaveBehind("contact_points", WORKSPACE + ":" + PHONE.value(), GHOST, 0);

    var lead = leads.create(aLead().build());

    assertThat(lead).isPresent();
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isEqualTo(lead);
  }

  @Test
  void showsNothingOfTheLeadThatWasNeverStored() {
    var leads = fresh.open().leads();
    leaveBehind("contact_points", WORKSPACE + ":" + PHONE.value(), GHOST, 0);

    leads.create(aLead().build());

    assertThat(leads.find(WORKSPACE, GHOST)).isEmpty();
  }

  @Test
  void storesALateClaimantThatWantsSomethingElse() {
    var leads = fresh.open().leads();
    leaveBehind("contact_points", WORKSPACE + ":" + PHONE.value(), GHOST, 0);
    leads.create(aLead().build());
    var late = aLead().withId(GHOST).withPhone("+12025550177").build();

    assertThat(leads.create(late)).contains(late);

    assertThat(leads.find(WORKSPACE, GHOST)).contains(late);
    assertThat(leads.create(aLead().withId(id(3)).withPhone("+12025550177").build())).isEmpty();
  }

  @Test
  void takesAnAddressThatAnUpdateClaimedAndNeverStored() {
    var leads = fresh.open().leads();
    leads.create(aLead().withId(GHOST).withPhone("+12025550177").build());
    leaveBehind("contact_points", WORKSPACE + ":" + PHONE.value(), GHOST, 1);

    var lead = leads.create(aLead().build());

    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isPresent().isEqualTo(lead);
    assertThat(leads.update(aLead().withId(GHOST).build())).isEmpty();
  }

  @Test
  void takesAnAddressThatALeadGaveUpAndStillHolds() {
    var leads = fresh.open().leads();
    var moved = aLead().withId(GHOST).withPhone("+12025550177");
    leads.create(moved.build());
    leads.update(moved.withPhone("+12025550178").build());
    leaveBehind("contact_points", WORKSPACE + ":+12025550177", GHOST, 0);

    assertThat(leads.create(aLead().withPhone("+12025550177").build())).isPresent();
  }

  @Test
  void letsTheTakerWinWhenTheClaimantStallsBeforeItsInsert() {
    var stalled = aLead().withId(GHOST).build();
    var winners = new ArrayList<Optional<Lead>>();
    var leads = whileStalled("insert", GHOST, store -> winners.add(store.create(aLead().build())));

    var late = leads.create(stalled);

    assertThat(late).isEmpty();
    assertThat(winners).hasSize(1).allMatch(Optional::isPresent);
    assertThat(leads.find(WORKSPACE, GHOST)).isEmpty();
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isEqualTo(winners.get(0));
  }

  @Test
  void letsTheTakerWinWhenTheClaimantStallsBeforeItsUpdate() {
    var winners = new ArrayList<Optional<Lead>>();
    var leads = whileStalled("update", GHOST, store -> winners.add(store.create(aLead().build())));
    var before = leads.create(aLead().withId(GHOST).withPhone("+12025550177").build());

    var late = leads.update(aLead().withId(GHOST).build());

    assertThat(late).isEmpty();
    assertThat(winners).hasSize(1).allMatch(Optional::isPresent);
    assertThat(leads.find(WORKSPACE, GHOST)).isEqualTo(before);
    assertThat(leads.findByAddress(WORKSPACE, PHONE)).isEqualTo(winners.get(0));
  }

  @Test
  void takesTheAddressOfALineThatWasNeverStored() {
    var lines = fresh.open().lines();
    var line = aLine().build();
    var address = line.channel().wire() + ":" + line.phone().orElseThrow().value();
    leaveBehind("line_addresses", address, GHOST, 0);

    assertThat(lines.insert(line)).isTrue();

    assertThat(lines.find(GHOST)).isEmpty();
    assertThat(lines.ofWorkspace(WORKSPACE)).containsExactly(line);
  }

  private void leaveBehind(String collection, String point, String owner, long revision) {
    fresh
        .documents()
        .getCollection(collection)
        .insertOne(new Claimant(WORKSPACE, owner, revision).claimOf(point));
  }

  /** Stores whose first such command about a lead has to wait until something else is done. */
  private LeadStore whileStalled(String command, String leadId, Consumer<LeadStore> meanwhile) {
    // Another node's: on this one, inserts wait for the one that is under way.
    var rival = fresh.openElsewhere().leads();
    CommandListener stall =
        new CommandListener() {
          private boolean stalled;

          @Override
          public void commandStarted(CommandStartedEvent event) {
            if (!stalled && isAbout(event, command, leadId)) {
              stalled = true;
              meanwhile.accept(rival);
            }
          }
        };
    return fresh.open(builder -> builder.addCommandListener(stall)).leads();
  }

  private static boolean isAbout(CommandStartedEvent event, String command, String leadId) {
    return event.getCommandName().equals(command)
        && event.getCommand().getString(command).getValue().equals("leads")
        && event.getCommand().toJson().contains(leadId);
  }
}
