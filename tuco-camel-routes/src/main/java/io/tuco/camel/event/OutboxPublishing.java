package io.tuco.camel.event;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the events of a message into deliveries. Deliveries first, the mark second: a crash between
 * the two repeats the first, which by then finds its rows and leaves them alone.
 */
final class OutboxPublishing {

  private final Stores stores;
  private final Clock clock;

  OutboxPublishing(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** What nobody has published yet, or not to the end. */
  List<Outbox> undrained(int limit) {
    return stores.messages().undrained(limit);
  }

  /** The keys of the deliveries that the outbox stands for. */
  List<String> publish(Outbox outbox) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var deliveries =
        outbox.events().stream()
            .flatMap(event -> deliveries(outbox, event, now))
            .collect(Collectors.toList());
    if (!deliveries.isEmpty()) {
      stores.deliveries().insertMissing(deliveries);
    }
    var drained = outbox.events().stream().map(OutboxEvent::id).collect(Collectors.toList());
    stores.messages().markDrained(outbox.workspaceId(), outbox.messageId(), drained);
    return deliveries.stream().map(Delivery::key).collect(Collectors.toList());
  }

  private Stream<Delivery> deliveries(Outbox outbox, OutboxEvent event, Instant now) {
    var workspace = outbox.workspaceId();
    return stores.webhooks().hearing(workspace, event.name()).stream()
        .map(
            endpoint ->
                Delivery.of(
                    event,
                    workspace,
                    endpoint.id(),
                    Optional.of(outbox.messageId()),
                    outbox.correlationId(),
                    now));
  }
}
