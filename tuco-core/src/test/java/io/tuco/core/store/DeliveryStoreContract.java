package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.id;
import static io.tuco.core.store.DeliveryFilter.everything;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EventName;
import io.tuco.core.fixture.DeliveryBuilder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryStore} promises. */
public abstract class DeliveryStoreContract {

  private static final Instant LOST_AT = NOW.plusSeconds(60);

  private final AtomicInteger claims = new AtomicInteger();
  private DeliveryStore deliveries;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    deliveries = openStores().deliveries();
  }

  @Test
  void returnsAFullDeliveryAsItWasStored() {
    var delivery = insert(aDelivery().withEverything());

    assertThat(deliveries.claim(delivery.key(), NOW, LOST_AT))
        .contains(delivery.claimedUntil(LOST_AT));
  }

  @Test
  void returnsABareDeliveryAsItWasStored() {
    var delivery = insert(aDelivery().withNothing());

    assertThat(claimDue(NOW, LOST_AT, 10)).containsExactly(delivery.claimedUntil(LOST_AT));
  }

  @Test
  void leavesADeliveryThatExistsAsItIs() {
    insert(aDelivery().retrying(3));
    var other = aDelivery().ofEvent("evt_2").build();

    assertThat(deliveries.insertMissing(List.of(aDelivery().build(), other)))
        .containsExactly(other);
    assertThat(deliveries.insertMissing(List.of(other))).isEmpty();
    assertThat(deliveries.insertMissing(List.of())).isEmpty();

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(1, 1));
    assertThat(claim(aDelivery().build().key(), NOW).map(Delivery::attempts)).contains(3);
  }

  @Test
  void revivesNoDeliveryThatHasEnded() {
    var delivery = insert(aDelivery());
    deliveries.record(List.of(aDelivery().ended(DeliveryStatus.DELIVERED).build()));

    deliveries.insertMissing(List.of(delivery));

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 0));
    assertThat(claimDue(NOW, LOST_AT, 10)).isEmpty();
  }

  @Test
  void claimsTheLongestDueFirst() {
    insert(aDelivery().ofEvent("evt_a").dueAt(NOW));
    insert(aDelivery().ofEvent("evt_b").dueAt(NOW.minusMillis(2)));
    insert(aDelivery().ofEvent("evt_c").dueAt(NOW.minusMillis(1)).retrying(1));
    insert(aDelivery().ofEvent("evt_d").dueAt(NOW.plusMillis(1)));

    assertThat(eventIds(claimDue(NOW, LOST_AT, 2))).containsExactly("evt_b", "evt_c");
    assertThat(eventIds(claimDue(NOW, LOST_AT, 2))).containsExactly("evt_a");
    assertThat(claimDue(NOW, LOST_AT, 2)).isEmpty();
  }

  @Test
  void passesOverEndpointsThatHaveNoRoom() {
    for (var number = 0; number < 5; number++) {
      insert(aDelivery().ofEvent("evt_" + number).toEndpoint(id(1)).dueAt(NOW.minusSeconds(9)));
    }
    insert(aDelivery().ofEvent("evt_a").toEndpoint(id(2)));

    assertThat(eventIds(claimDue(NOW, LOST_AT, 2, Set.of(id(1), id(3))))).containsExactly("evt_a");
    assertThat(claimDue(NOW, LOST_AT, 10)).hasSize(5);
  }

  @Test
  void givesAClaimedDeliveryToNobodyUntilItIsLost() {
    var delivery = insert(aDelivery());
    claimDue(NOW, LOST_AT, 1);

    assertThat(claimDue(LOST_AT.minusMillis(1), LOST_AT, 1)).isEmpty();
    assertThat(claim(delivery.key(), LOST_AT.minusMillis(1))).isEmpty();
    assertThat(eventIds(claimDue(LOST_AT, LOST_AT.plusSeconds(60), 1))).containsExactly("evt_1");
  }

  @Test
  void claimsOneDeliveryByItsKeyWhenItIsDue() {
    var delivery = insert(aDelivery().dueAt(NOW));

    assertThat(claim(delivery.key(), NOW.minusMillis(1))).isEmpty();
    assertThat(claim(delivery.key(), NOW)).contains(delivery.claimedUntil(LOST_AT));
    assertThat(claim(delivery.key(), NOW)).isEmpty();
    assertThat(claim("evt_unknown:" + id(1), NOW)).isEmpty();
  }

  @Test
  void storesWhatBecameOfAnAttempt() {
    var delivery = insert(aDelivery());
    claim(delivery.key(), NOW);
    var failed = aDelivery().retrying(1).dueAt(NOW.plusSeconds(5)).build();

    deliveries.record(List.of(failed));

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 1));
    assertThat(claim(delivery.key(), NOW.plusMillis(4_999))).isEmpty();
    assertThat(claim(delivery.key(), NOW.plusMillis(5_000))).contains(failed.claimedUntil(LOST_AT));
  }

  @Test
  void storesWhatBecameOfManyAttemptsAtOnce() {
    var failed = insert(aDelivery().ofEvent("evt_a"));
    var ended = insert(aDelivery().ofEvent("evt_b"));
    insert(aDelivery().ofEvent("evt_c"));
    var next = NOW.plusSeconds(5);

    deliveries.record(
        List.of(
            aDelivery().ofEvent("evt_a").retrying(2).dueAt(next).build(),
            aDelivery().ofEvent("evt_b").ended(DeliveryStatus.DELIVERED).build(),
            aDelivery().ofEvent("evt_404").ended(DeliveryStatus.DELIVERED).build()));
    deliveries.record(List.of());

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(1, 1));
    assertThat(deliveries.find(WORKSPACE, failed.key()))
        .contains(aDelivery().ofEvent("evt_a").retrying(2).dueAt(next).build());
    assertThat(deliveries.find(WORKSPACE, ended.key()).map(Delivery::status))
        .contains(DeliveryStatus.DELIVERED);
    assertThat(deliveries.find(WORKSPACE, "evt_404:" + ended.endpointId())).isEmpty();
  }

  @Test
  void leavesAClaimToWhoeverMadeTheDelivery() {
    var claimed = insert(aDelivery().dueAt(LOST_AT));

    assertThat(claimDue(LOST_AT.minusMillis(1), LOST_AT.plusSeconds(60), 10)).isEmpty();
    assertThat(claim(claimed.key(), LOST_AT.minusMillis(1))).isEmpty();
    assertThat(deliveries.claim(claimed.key(), LOST_AT, LOST_AT.plusSeconds(60)))
        .contains(claimed.claimedUntil(LOST_AT.plusSeconds(60)));
  }

  @Test
  void claimsNothingThatHasEnded() {
    var ends =
        List.of(DeliveryStatus.DELIVERED, DeliveryStatus.EXHAUSTED, DeliveryStatus.CANCELLED);
    for (var end : ends) {
      insert(aDelivery().ofEvent("evt_" + end));
      deliveries.record(List.of(aDelivery().ofEvent("evt_" + end).ended(end).build()));

      assertThat(claim(aDelivery().ofEvent("evt_" + end).build().key(), LOST_AT)).isEmpty();
    }
    assertThat(claimDue(LOST_AT, LOST_AT, 10)).isEmpty();
    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 0));
  }

  @Test
  void endsTheOpenDeliveriesOfAnEndpointThatIsGone() {
    insert(aDelivery().ofEvent("evt_a").toEndpoint(id(1)));
    insert(aDelivery().ofEvent("evt_b").toEndpoint(id(1)).retrying(2));
    insert(aDelivery().ofEvent("evt_a").toEndpoint(id(2)));

    deliveries.cancelAll(OTHER_WORKSPACE, id(1));
    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(2, 1));
    deliveries.cancelAll(WORKSPACE, id(1));

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(1, 0));
    assertThat(claimDue(NOW, LOST_AT, 10).stream().map(Delivery::endpointId))
        .containsExactly(id(2));
  }

  @Test
  void doesNotReviveACancelledDeliveryByALateRecord() {
    var delivery = insert(aDelivery());
    claim(delivery.key(), NOW);
    deliveries.cancelAll(WORKSPACE, delivery.endpointId());

    deliveries.record(List.of(aDelivery().retrying(1).build()));

    assertThat(claim(delivery.key(), LOST_AT)).isEmpty();
    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 0));
  }

  @Test
  void givesOneDeliveryToOneOfTwoRivals() {
    for (var round = 0; round < 100; round++) {
      var key = insert(aDelivery().ofEvent("evt_" + round)).key();

      var claims =
          Rivals.race(
              2,
              rival ->
                  rival == 0 ? claim(key, NOW) : claimDue(NOW, LOST_AT, 1).stream().findFirst());

      assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
    }
  }

  @Test
  void dealsEveryDueDeliveryOnceAmongManyRivals() {
    IntStream.range(0, 100).forEach(number -> insert(aDelivery().ofEvent("evt_" + number)));

    var dealt =
        Rivals.race(8, rival -> claimDue(NOW, LOST_AT, 100)).stream()
            .flatMap(List::stream)
            .toList();

    var rest = claimDue(NOW, LOST_AT, 100);
    assertThat(new HashSet<>(eventIds(dealt))).hasSameSizeAs(dealt);
    assertThat(dealt.size() + rest.size()).isEqualTo(100);
  }

  @Test
  void makesADeliveryOnceWhenTwoInsertIt() {
    for (var round = 0; round < 50; round++) {
      var delivery = aDelivery().ofEvent("evt_" + round).build();

      Rivals.race(
          2,
          rival -> {
            deliveries.insertMissing(List.of(delivery));
            return rival;
          });
    }

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(50, 0));
  }

  @Test
  void listsAnEndpointsDeliveriesNewestFirst() {
    var old = insert(aDelivery().ofEvent("evt_b").createdAt(NOW.minusMillis(1)));
    var young = insert(aDelivery().ofEvent("evt_a"));
    var younger = insert(aDelivery().ofEvent("evt_c"));
    insert(aDelivery().ofEvent("evt_a").toEndpoint(id(2)));
    insert(aDelivery().ofEvent("evt_d").inWorkspace(OTHER_WORKSPACE));

    var first = deliveries.page(WORKSPACE, old.endpointId(), everything(), new PageRequest(1, 2));
    var second = deliveries.page(WORKSPACE, old.endpointId(), everything(), new PageRequest(2, 2));

    assertThat(first.items()).containsExactly(younger, young);
    assertThat(second.items()).containsExactly(old);
    assertThat(first.totalCount()).isEqualTo(3);
  }

  @Test
  void listsTheDeliveriesThatAreAskedFor() {
    insert(aDelivery().ofEvent("evt_a").createdAt(NOW.minusMillis(2)));
    insert(aDelivery().ofEvent("evt_b").createdAt(NOW.minusMillis(1)).retrying(1));
    insert(aDelivery().ofEvent("evt_c").about(EventName.LINE_DOWN).withNothing());
    insert(aDelivery().ofEvent("evt_d").ofMessage(id(9)).createdAt(NOW.plusMillis(1)));

    assertThat(found(filter(Optional.of(DeliveryStatus.RETRYING), Optional.empty())))
        .containsExactly("evt_b");
    assertThat(found(filter(Optional.empty(), Optional.of(EventName.LINE_DOWN))))
        .containsExactly("evt_c");
    assertThat(found(ofMessage(id(9)))).containsExactly("evt_d");
    assertThat(found(made(NOW.minusMillis(1), NOW))).containsExactly("evt_c", "evt_b");
  }

  @Test
  void findsADeliveryInItsWorkspaceAlone() {
    var delivery = insert(aDelivery().withEverything());

    assertThat(deliveries.find(WORKSPACE, delivery.key())).contains(delivery);
    assertThat(deliveries.find(OTHER_WORKSPACE, delivery.key())).isEmpty();
    assertThat(deliveries.find(WORKSPACE, "evt_404:" + delivery.endpointId())).isEmpty();
  }

  @Test
  void beginsANewRoundOfADeliveryThatHasEnded() {
    var delivery = insert(aDelivery().retrying(3));
    deliveries.record(List.of(aDelivery().retrying(3).ended(DeliveryStatus.EXHAUSTED).build()));

    assertThat(deliveries.replay(OTHER_WORKSPACE, delivery.key(), NOW)).isFalse();
    assertThat(claim(delivery.key(), NOW)).isEmpty();
    assertThat(deliveries.replay(WORKSPACE, delivery.key(), NOW)).isTrue();
    assertThat(deliveries.replay(WORKSPACE, "evt_404:x", NOW)).isFalse();

    var claimed = claim(delivery.key(), NOW).orElseThrow();
    assertThat(claimed.status()).isEqualTo(DeliveryStatus.PENDING);
    assertThat(claimed.tries()).isEqualTo(delivery.tries().replayed());
    assertThat(claimed.deliveredAt()).isEmpty();
  }

  @Test
  void beginsNewRoundsOfAllThatMatch() {
    for (var end : List.of(DeliveryStatus.EXHAUSTED, DeliveryStatus.DELIVERED)) {
      insert(aDelivery().ofEvent("evt_" + end));
      deliveries.record(List.of(aDelivery().ofEvent("evt_" + end).ended(end).build()));
    }
    insert(aDelivery().ofEvent("evt_other").toEndpoint(id(2)));
    var exhausted = filter(Optional.of(DeliveryStatus.EXHAUSTED), Optional.empty());
    var endpoint = aDelivery().build().endpointId();

    assertThat(deliveries.replayAll(OTHER_WORKSPACE, endpoint, exhausted, NOW)).isZero();
    assertThat(deliveries.replayAll(WORKSPACE, endpoint, exhausted, NOW)).isEqualTo(1);
    assertThat(deliveries.replayAll(WORKSPACE, endpoint, exhausted, NOW)).isZero();

    assertThat(eventIds(claimDue(NOW, LOST_AT, 10)))
        .containsExactlyInAnyOrder("evt_EXHAUSTED", "evt_other");
  }

  @Test
  void forgetsWhatHasEndedLongAgoAndNothingThatIsOpen() {
    insert(aDelivery().ofEvent("evt_open").createdAt(NOW.minusMillis(1)));
    for (var made : List.of(NOW.minusMillis(1), NOW)) {
      var event = "evt_" + made.toEpochMilli();
      insert(aDelivery().ofEvent(event).createdAt(made));
      deliveries.record(
          List.of(
              aDelivery().ofEvent(event).createdAt(made).ended(DeliveryStatus.DELIVERED).build()));
    }

    deliveries.forgetBefore(NOW);

    assertThat(found(everything())).containsExactly("evt_" + NOW.toEpochMilli(), "evt_open");
  }

  private List<String> found(DeliveryFilter filter) {
    var endpoint = aDelivery().build().endpointId();
    return eventIds(deliveries.page(WORKSPACE, endpoint, filter, new PageRequest(1, 10)).items());
  }

  private static DeliveryFilter filter(Optional<DeliveryStatus> status, Optional<EventName> event) {
    return new DeliveryFilter(status, event, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static DeliveryFilter ofMessage(String message) {
    return new DeliveryFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(message),
        Optional.empty(),
        Optional.empty());
  }

  private static DeliveryFilter made(Instant from, Instant to) {
    return new DeliveryFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to));
  }

  private Delivery insert(DeliveryBuilder builder) {
    var delivery = builder.build();
    deliveries.insertMissing(List.of(delivery));
    return delivery;
  }

  private List<Delivery> claimDue(Instant now, Instant lostAt, int limit) {
    return claimDue(now, lostAt, limit, Set.of());
  }

  private List<Delivery> claimDue(Instant now, Instant lostAt, int limit, Set<String> passedOver) {
    return deliveries.claimDue(
        new DueClaim("c-" + claims.incrementAndGet(), now, lostAt, limit, passedOver));
  }

  private Optional<Delivery> claim(String key, Instant now) {
    return deliveries.claim(key, now, LOST_AT);
  }

  private static List<String> eventIds(List<Delivery> claimed) {
    return claimed.stream().map(Delivery::eventId).toList();
  }
}
