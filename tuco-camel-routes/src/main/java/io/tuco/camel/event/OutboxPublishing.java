package io.tuco.camel.event;

import io.tuco.core.engine.ChatDeliveries;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the events of a message into deliveries. Deliveries first, the mark second: a crash between
 * the two repeats the first, which by then finds its rows and leaves them alone.
 */
final class OutboxPublishing {

  /** Whoever caused an event publishes it at once; a sweep leaves that time to them. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

  /** Who hears one kind of event of one workspace. */
  private record Audience(String workspaceId, EventName event) {}

  private final Stores stores;
  private final Consumer<Collection<Outbox>> beside;
  private final ChatDeliveries chats;
  private final Consumer<Collection<Outbox>> done;
  private final Clock clock;

  /**
   * @param beside makes what else follows from events; may be given the same ones twice
   * @param done takes the outboxes whose deliveries are made
   */
  OutboxPublishing(
      Stores stores,
      EventRenderer renderer,
      Consumer<Collection<Outbox>> beside,
      Consumer<Collection<Outbox>> done,
      Clock clock) {
    this.stores = stores;
    this.chats = new ChatDeliveries(stores, renderer);
    this.beside = beside;
    this.done = done;
    this.clock = clock;
  }

  /** What nobody has published yet, or not to the end; the latest is on its way still. */
  List<Outbox> undrained(int limit) {
    var before = clock.instant().minus(ON_ITS_WAY);
    return stores.messages().undrained(limit).stream()
        .filter(outbox -> isLeftOver(outbox, before))
        .collect(Collectors.toList());
  }

  /** One without events is what a crash has left of a mark. */
  private static boolean isLeftOver(Outbox outbox, Instant before) {
    return outbox.events().isEmpty()
        || outbox.events().stream().anyMatch(event -> event.at().isBefore(before));
  }

  /** The keys of the deliveries that the outbox stands for. */
  List<String> publish(Outbox outbox) {
    return publishAll(List.of(outbox));
  }

  /** The same of several, which share what it costs. */
  List<String> publishAll(List<Outbox> outboxes) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var hearing = new HashMap<Audience, List<WebhookEndpoint>>();
    var deliveries =
        outboxes.stream()
            .flatMap(
                outbox ->
                    outbox.events().stream()
                        .flatMap(event -> deliveries(outbox, event, hearing, now)))
            .collect(Collectors.toList());
    if (!deliveries.isEmpty()) {
      stores.deliveries().insertMissing(deliveries);
    }
    beside.accept(outboxes);
    done.accept(outboxes);
    return deliveries.stream().map(Delivery::key).collect(Collectors.toList());
  }

  private Stream<Delivery> deliveries(
      Outbox outbox, OutboxEvent event, Map<Audience, List<WebhookEndpoint>> hearing, Instant now) {
    return Stream.concat(
        inOwnWords(outbox, event, hearing, now),
        chats
            .of(
                outbox.workspaceId(),
                event,
                Optional.of(outbox.messageId()),
                outbox.correlationId(),
                now)
            .stream());
  }

  private Stream<Delivery> inOwnWords(
      Outbox outbox, OutboxEvent event, Map<Audience, List<WebhookEndpoint>> hearing, Instant now) {
    var workspace = outbox.workspaceId();
    return hearing
        .computeIfAbsent(
            new Audience(workspace, event.name()),
            asked -> stores.webhooks().hearing(workspace, event.name()))
        .stream()
        .filter(endpoint -> endpoint.dialect() == EventDialect.API)
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
