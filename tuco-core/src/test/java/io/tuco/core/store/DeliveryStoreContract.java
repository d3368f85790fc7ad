package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.fixture.DeliveryBuilder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryStore} promises. */
public abstract class DeliveryStoreContract {

  private static final Instant LOST_AT = NOW.plusSeconds(60);

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

    assertThat(deliveries.claimDue(NOW, LOST_AT, 10))
        .containsExactly(delivery.claimedUntil(LOST_AT));
  }

  @Test
  void leavesADeliveryThatExistsAsItIs() {
    insert(aDelivery().retrying(3));
    var other = aDelivery().ofEvent("evt_2").build();

    deliveries.insertMissing(List.of(aDelivery().build(), other));
    deliveries.insertMissing(List.of());

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(1, 1));
    assertThat(claim(aDelivery().build().key(), NOW).map(Delivery::attempts)).contains(3);
  }

  @Test
  void revivesNoDeliveryThatHasEnded() {
    var delivery = insert(aDelivery());
    deliveries.record(aDelivery().ended(DeliveryStatus.DELIVERED).build());

    deliveries.insertMissing(List.of(delivery));

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 0));
    assertThat(deliveries.claimDue(NOW, LOST_AT, 10)).isEmpty();
  }

  @Test
  void claimsTheLongestDueFirst() {
    insert(aDelivery().ofEvent("evt_a").dueAt(NOW));
    insert(aDelivery().ofEvent("evt_b").dueAt(NOW.minusMillis(2)));
    insert(aDelivery().ofEvent("evt_c").dueAt(NOW.minusMillis(1)).retrying(1));
    insert(aDelivery().ofEvent("evt_d").dueAt(NOW.plusMillis(1)));

    assertThat(eventIds(deliveries.claimDue(NOW, LOST_AT, 2))).containsExactly("evt_b", "evt_c");
    assertThat(eventIds(deliveries.claimDue(NOW, LOST_AT, 2))).containsExactly("evt_a");
    assertThat(deliveries.claimDue(NOW, LOST_AT, 2)).isEmpty();
  }

  @Test
  void givesAClaimedDeliveryToNobodyUntilItIsLost() {
    var delivery = insert(aDelivery());
    deliveries.claimDue(NOW, LOST_AT, 1);

    assertThat(deliveries.claimDue(LOST_AT.minusMillis(1), LOST_AT, 1)).isEmpty();
    assertThat(claim(delivery.key(), LOST_AT.minusMillis(1))).isEmpty();
    assertThat(eventIds(deliveries.claimDue(LOST_AT, LOST_AT.plusSeconds(60), 1)))
        .containsExactly("evt_1");
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

    deliveries.record(failed);

    assertThat(deliveries.counts()).isEqualTo(new DeliveryCounts(0, 1));
    assertThat(claim(delivery.key(), NOW.plusMillis(4_999))).isEmpty();
    assertThat(claim(delivery.key(), NOW.plusMillis(5_000))).contains(failed.claimedUntil(LOST_AT));
  }

  @Test
  void claimsNothingThatHasEnded() {
    var ends =
        List.of(DeliveryStatus.DELIVERED, DeliveryStatus.EXHAUSTED, DeliveryStatus.CANCELLED);
    for (var end : ends) {
      insert(aDelivery().ofEvent("evt_" + end));
      deliveries.record(aDelivery().ofEvent("evt_" + end).ended(end).build());

      assertThat(claim(aDelivery().ofEvent("evt_" + end).build().key(), LOST_AT)).isEmpty();
    }
    assertThat(deliveries.claimDue(LOST_AT, LOST_AT, 10)).isEmpty();
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
    assertThat(deliveries.claimDue(NOW, LOST_AT, 10).stream().map(Delivery::endpointId))
        .containsExactly(id(2));
  }

  @Test
  void doesNotReviveACancelledDeliveryByALateRecord() {
    var delivery = insert(aDelivery());
    claim(delivery.key(), NOW);
    deliveries.cancelAll(WORKSPACE, delivery.endpointId());

    deliveries.record(aDelivery().retrying(1).build());

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
                  rival == 0
                      ? claim(key, NOW)
                      : deliveries.claimDue(NOW, LOST_AT, 1).stream().findFirst());

      assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
    }
  }

  @Test
  void dealsEveryDueDeliveryOnceAmongManyRivals() {
    IntStream.range(0, 100).forEach(number -> insert(aDelivery().ofEvent("evt_" + number)));

    var dealt =
        Rivals.race(8, rival -> deliveries.claimDue(NOW, LOST_AT, 100)).stream()
            .flatMap(List::stream)
            .toList();

    var rest = deliveries.claimDue(NOW, LOST_AT, 100);
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

  private Delivery insert(DeliveryBuilder builder) {
    var delivery = builder.build();
    deliveries.insertMissing(List.of(delivery));
    return delivery;
  }

  private Optional<Delivery> claim(String key, Instant now) {
    return deliveries.claim(key, now, LOST_AT);
  }

  private static List<String> eventIds(List<Delivery> claimed) {
    return claimed.stream().map(Delivery::eventId).toList();
  }
}
