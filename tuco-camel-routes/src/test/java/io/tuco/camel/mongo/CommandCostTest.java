package io.tuco.camel.mongo;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.aLead;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.line.DeviceLookUps;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.DueClaim;
import io.tuco.core.store.Grouping;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessagePlace;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.ReplyFilter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many commands the hot steps cost, as the stores' documentation says. */
final class CommandCostTest {

  private static final String LANE = "device:d-1";
  private static final Intent INTENT =
      new Intent(0, "s-1", WORKSPACE, "m-1", "node-1", NOW, Optional.empty());

  @RegisterExtension final FreshStores fresh = FreshStores.embedded();
  private MongoStores stores;

  @BeforeEach
  void open() {
    stores = fresh.open();
  }

  @Test
  void acceptsAMessageWithItsEventsInOneWrite() {
    stores.messages().insert(aMessage().build(), Optional.of(LANE), List.of(anEvent("e-1", 1)));

    assertThat(fresh.commands().names()).containsExactly("insert");
  }

  @Test
  void sendsAMessageWithFourWritesAndOneReadOfItsOwn() {
    var message = aMessage().build();
    stores.messages().insert(message, Optional.of(LANE), List.of());
    fresh.commands().clear();

    var unused = Lane.unused(LANE);
    var claimed = unused.claimedBy(INTENT, NOW);
    stores.lanes().replace(unused, claimed);
    stores.messages().beginSend(aSendingMessage("s-1").build(), LANE);
    stores.doNotContact().find(WORKSPACE, List.of(new PhoneNumber("+12025550100")));
    var sent = aSendingMessage("s-1").build().sent("p:0/1", NOW);
    stores.messages().record("s-1", sent, Optional.empty(), List.of(anEvent("e-1", 1)));
    stores.lanes().replace(claimed, claimed.releasedBy(0, Closing.left(NOW, NOW)));

    assertThat(fresh.commands().names())
        .containsExactly("insert", "update", "find", "update", "update");
  }

  @Test
  void readsSixteenMessagesAheadWithFourReads() {
    var message = aMessage().build();
    stores.messages().insert(message, Optional.of(LANE), List.of());
    fresh.commands().clear();

    var queue = stores.messages().nextQueue(LANE, "").orElseThrow();
    stores.messages().heads(queue, 16);
    stores.leads().findAll(WORKSPACE, List.of("lead-1"));
    stores.messages().touched(List.of("line-1:lead-1"));

    assertThat(fresh.commands().names()).containsExactly("find", "find", "find", "find");
  }

  @Test
  void drainsAnOutboxWithOneReadAndOneWrite() {
    var message = aMessage().build();
    stores.messages().insert(message, Optional.of(LANE), List.of(anEvent("e-1", 1)));
    fresh.commands().clear();

    stores.messages().undrained(100);
    stores.messages().markDrained(WORKSPACE, message.id(), Set.of("e-1"));

    assertThat(fresh.commands().names()).containsExactly("find", "update");
  }

  @Test
  void handsEventsToTheStreamForWhatDrainingCostsAndStreamsThemWithOneReadAndOneWrite() {
    var message = aMessage().build();
    stores.messages().insert(message, Optional.of(LANE), List.of(anEvent("e-1", 1)));
    var undrained = stores.messages().undrained(100);
    fresh.commands().clear();

    stores.eventStream().handOver(undrained);
    var due = stores.eventStream().due(NOW.plusSeconds(60), 200);
    stores.eventStream().markStreamed(due);

    assertThat(due).hasSize(1);
    assertThat(fresh.commands().names()).containsExactly("update", "find", "update");
  }

  @Test
  void createsALeadWithTwoWritesHoweverManyAddressesItHas() {
    stores.leads().create(aLead().withEverything().build());

    assertThat(fresh.commands().names()).containsExactly("insert", "insert");
  }

  @Test
  void findsALeadByItsAddressWithOneRead() {
    stores.leads().create(aLead().build());
    fresh.commands().clear();

    stores.leads().findByAddress(WORKSPACE, new PhoneNumber("+12025550100"));

    assertThat(fresh.commands().names()).containsExactly("find");
  }

  @Test
  void makesClaimsAndRecordsManyDeliveriesInOneWriteEach() {
    var deliveries = List.of(aDelivery().build(), aDelivery().ofEvent("evt_2").build());
    stores.deliveries().insertMissing(deliveries);
    var later = NOW.plusSeconds(60);
    var claim = new DueClaim("c-1", later, later.plusSeconds(60), 500, Set.of());
    var due = stores.deliveries().claimDue(claim);
    stores.deliveries().record(due);

    assertThat(due).hasSize(2);
    assertThat(fresh.commands().names()).containsExactly("insert", "find", "update", "update");
  }

  @Test
  void notesAttemptsAtManyEndpointsInOneWrite() {
    var tallies =
        Stream.of("ep-1", "ep-2")
            .map(endpoint -> aDelivery().toEndpoint(endpoint).build())
            .map(delivery -> EndpointTally.of(delivery, DeliveryAnswer.status(200), NOW))
            .toList();

    stores.webhooks().note(tallies);

    assertThat(fresh.commands().names()).containsExactly("update");
  }

  @Test
  void takesAPlaceForALookUpWithOneReadAndOneWrite() {
    var none = DeviceLookUps.none("d-1");
    var once = none.taking("line-1", LocalDate.EPOCH, NOW, Duration.ofSeconds(3));
    stores.lookUps().find(List.of("d-1", "d-2"));
    stores.lookUps().replace(none, once);
    stores.lookUps().replace(once, once.taking("line-1", LocalDate.EPOCH, NOW, Duration.ZERO));

    assertThat(fresh.commands().names()).containsExactly("find", "insert", "update");
  }

  @Test
  void talliesAllLinesWithTwoReadsAndOneMoreWhereSomeFailed() {
    ended("s-1", "line-1", true);
    ended("s-2", "line-1", false);
    ended("s-3", "line-2", false);
    ended("s-4", "line-3", true);
    fresh.commands().clear();

    stores.messages().tallies(WORKSPACE, List.of("line-1", "line-2", "line-3"), NOW);

    assertThat(fresh.commands().names()).containsExactly("aggregate", "aggregate", "find");
  }

  private void ended(String sendId, String line, boolean failed) {
    var message = aSendingMessage(sendId).withId(sendId).fromLine(line).build();
    stores
        .messages()
        .insert(
            failed ? message.failed("No", NOW) : message.sent(sendId, NOW),
            Optional.empty(),
            List.of());
  }

  @Test
  void answersAPageOfRepliesWithThreeReadsAndTwoForEachRow() {
    for (var number = 0; number < 3; number++) {
      var reply =
          aMessage().withId(id(number)).forLead(id(number)).withStatus(MessageStatus.RECEIVED);
      stores.messages().insert(reply.build(), Optional.empty(), List.of());
    }
    fresh.commands().clear();

    stores.replies().page(WORKSPACE, ReplyFilter.everything(), new PageRequest(1, 2));

    assertThat(fresh.commands().names())
        .containsExactlyInAnyOrder(
            "aggregate", "aggregate", "find", "find", "find", "find", "find");
  }

  @Test
  void readsAPartOfAnExportAndAReportWithOneReadEach() {
    var place = new MessagePlace(NOW, id(1));
    stores.archive().after(WORKSPACE, MessageFilter.everything(), Optional.of(place), 500);
    stores.archive().counts(WORKSPACE, MessageFilter.everything(), Grouping.DAY);

    assertThat(fresh.commands().names()).containsExactly("find", "aggregate");
  }
}
