package io.tuco.camel.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EndpointRecord;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EndpointNotesTest {

  private static final Instant SOON = NOW.plusMillis(999);
  private static final Instant LATER = NOW.plusSeconds(1);

  private final Stores stores = new InMemoryStores();
  private final EndpointNotes notes = new EndpointNotes(stores.webhooks());

  @BeforeEach
  void insert() {
    stores.webhooks().insert(anEndpoint().withId(id(1)).build());
    stores.webhooks().insert(anEndpoint().withId(id(2)).build());
  }

  @Test
  void writesTheFirstSuccessAtOnceAndLaterOnesOnceASecond() {
    notes.add(good(1, NOW));
    notes.write(NOW);
    assertThat(record(1).lastSuccessAt()).contains(NOW);

    notes.add(good(1, NOW.plusMillis(1)));
    notes.add(good(1, NOW.plusMillis(2)));
    notes.write(SOON);
    assertThat(record(1).lastSuccessAt()).contains(NOW);

    notes.write(LATER);
    assertThat(record(1).lastSuccessAt()).contains(NOW.plusMillis(2));
  }

  @Test
  void writesAFailureAtOnceWithWhatWaits() {
    notes.add(good(1, NOW));
    notes.write(NOW);
    notes.add(good(1, NOW.plusMillis(1)));
    notes.add(bad(1, NOW.plusMillis(2)));

    notes.write(NOW.plusMillis(3));

    assertThat(record(1))
        .isEqualTo(
            new EndpointRecord(
                Optional.of(NOW.plusMillis(2)),
                Optional.of(NOW.plusMillis(1)),
                Optional.of(NOW.plusMillis(2)),
                1,
                Optional.of(NOW.plusMillis(2))));
  }

  @Test
  void keepsEndpointsApart() {
    notes.add(good(1, NOW));
    notes.add(bad(2, NOW));

    notes.write(NOW);

    assertThat(record(1).failures()).isZero();
    assertThat(record(2).failures()).isEqualTo(1);
  }

  @Test
  void writesWhatCouldNotBeWrittenBeforeWhatCameSince() {
    var flaky = FlakyStores.failing(stores, "note", 1);
    var shaken = new EndpointNotes(flaky.webhooks());
    shaken.add(bad(1, NOW));
    assertThatThrownBy(() -> shaken.write(NOW)).isInstanceOf(StoreException.class);
    shaken.add(bad(1, NOW.plusMillis(1)));

    shaken.write(NOW.plusMillis(1));
    shaken.write(NOW.plusMillis(2));

    assertThat(record(1).failures()).isEqualTo(2);
    assertThat(record(1).failingFrom()).contains(NOW);
  }

  private EndpointRecord record(int endpoint) {
    var workspace = aDelivery().build().workspaceId();
    return stores.webhooks().find(workspace, id(endpoint)).orElseThrow().record();
  }

  private static EndpointTally good(int endpoint, Instant at) {
    return tally(endpoint, DeliveryAnswer.status(204), at);
  }

  private static EndpointTally bad(int endpoint, Instant at) {
    return tally(endpoint, DeliveryAnswer.status(500), at);
  }

  private static EndpointTally tally(int endpoint, DeliveryAnswer answer, Instant at) {
    return EndpointTally.of(aDelivery().toEndpoint(id(endpoint)).build(), answer, at);
  }
}
