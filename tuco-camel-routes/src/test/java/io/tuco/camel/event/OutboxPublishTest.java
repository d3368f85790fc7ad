package io.tuco.camel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.Seams;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.DeliveryCounts;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxPublishTest {

  private final EventHarness tuco = EventHarness.at(Fixtures.NOW);
  private final WebhookSink sink = WebhookSink.open();

  @AfterEach
  void stop() {
    sink.close();
    tuco.close();
  }

  @Test
  void makesOneDeliveryForEveryEndpointThatHears() {
    tuco.hears("ep-1", sink.url());
    tuco.hears("ep-2", sink.url());
    var outbox = tuco.stores(1, "{}");

    var publishing = publishing(tuco.stores);
    var published = publishing.publish(outbox);
    publishing.mark(published);

    assertThat(published.wakes())
        .extracting(Wake::key)
        .containsExactlyInAnyOrder("evt_1:ep-1", "evt_1:ep-2");
    assertThat(published.wakes()).allMatch(wake -> wake.claim().isPresent());
    assertThat(tuco.stores.deliveries().counts()).isEqualTo(new DeliveryCounts(2, 0));
    assertThat(tuco.stores.messages().undrained(10)).isEmpty();
  }

  @Test
  void drainsAnOutboxThatNobodyHears() {
    var outbox = tuco.stores(1, "{}");

    var publishing = publishing(tuco.stores);
    var published = publishing.publish(outbox);
    publishing.mark(published);

    assertThat(published.wakes()).isEmpty();
    assertThat(tuco.stores.messages().undrained(10)).isEmpty();
  }

  @Test
  void makesADeliveryOnceThoughACrashCameBeforeTheMark() {
    tuco.hears("ep-1", sink.url());
    var outbox = tuco.stores(1, "{}");
    var healthy = tuco.stores;
    var crashing = publishing(FlakyStores.failing(healthy, "markDrained", 1));
    var published = crashing.publish(outbox);
    assertThatThrownBy(() -> crashing.mark(published)).isInstanceOf(StoreException.class);
    assertThat(healthy.messages().undrained(10)).hasSize(1);

    tuco.starts();
    tuco.passes(tuco.settings.claimLife());
    tuco.sweeps();
    tuco.sweeps();

    await().atMost(Duration.ofSeconds(5)).until(() -> !sink.received().isEmpty());
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> healthy.deliveries().counts().equals(new DeliveryCounts(0, 0)));
    assertThat(sink.received()).hasSize(1);
    assertThat(healthy.messages().undrained(10)).isEmpty();
  }

  @Test
  void makesWhatElseFollowsBeforeTheMark() {
    var outbox = tuco.stores(1, "{}");
    var crashing = publishing(FlakyStores.failing(tuco.stores, "markDrained", 1));

    assertThatThrownBy(() -> crashing.mark(crashing.publish(outbox)))
        .isInstanceOf(StoreException.class);

    assertThat(tuco.beside).containsExactly(outbox);
  }

  @Test
  void deliversWhatIsDueThoughPublishingFails() {
    tuco.hears("ep-1", sink.url());
    tuco.stores(1, "{}");
    var healthy = tuco.stores;
    tuco.stores = FlakyStores.failing(healthy, "markDrained", 1_000);
    tuco.starts();

    tuco.passes(Duration.ofSeconds(3));
    tuco.sweeps();

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> healthy.deliveries().counts().equals(new DeliveryCounts(0, 0)));
    assertThat(sink.received()).hasSize(1);
    assertThat(healthy.messages().undrained(10)).hasSize(1);
  }

  @Test
  void publishesTwiceWithoutDeliveringTwice() {
    tuco.starts();
    tuco.hears("ep-1", sink.url());
    var outbox = tuco.stores(1, "{}");

    tuco.send(Seams.OUTBOX_PUBLISH, outbox);
    tuco.send(Seams.OUTBOX_PUBLISH, outbox);

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tuco.stores.deliveries().counts().equals(new DeliveryCounts(0, 0)));
    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void claimsWhatItMakesItselfAndNothingElse() {
    tuco.hears("ep-1", sink.url());
    var outbox = tuco.stores(1, "{}");

    var first = publishing(tuco.stores).publish(outbox);
    var second = publishing(tuco.stores).publish(outbox);

    var lostAt = tuco.clock.instant().plus(tuco.settings.claimLife());
    assertThat(tuco.delivery("evt_1", "ep-1").nextAttemptAt()).contains(lostAt);
    assertThat(first.wakes()).containsExactly(Wake.claimed(tuco.delivery("evt_1", "ep-1"), lostAt));
    assertThat(second.wakes()).containsExactly(Wake.of("evt_1:ep-1"));
  }

  @Test
  void claimsNothingForAnEndpointThatIsFull() {
    tuco.hears("ep-1", sink.url());
    var queue = new EndpointQueue(1, tuco.clock);
    for (var number = 0; queue.hasRoom("ep-1"); number++) {
      queue.enters(Wake.of("evt_full" + number + ":ep-1"));
    }

    var published = new OutboxPublishing(tuco.parts(), queue).publish(tuco.stores(1, "{}"));

    assertThat(published.wakes()).containsExactly(Wake.of("evt_1:ep-1"));
    assertThat(tuco.delivery("evt_1", "ep-1").nextAttemptAt()).contains(tuco.clock.instant());
  }

  private OutboxPublishing publishing(Stores stores) {
    var own = tuco.stores;
    tuco.stores = stores;
    try {
      return new OutboxPublishing(tuco.parts(), new EndpointQueue(8, tuco.clock));
    } finally {
      tuco.stores = own;
    }
  }
}
