package io.tuco.camel.event;

import io.tuco.core.engine.ChatDeliveries;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the events of a message into deliveries. Deliveries first, the mark second: a crash between
 * the two repeats the first, which by then finds its rows and leaves them alone.
 *
 * <p>A delivery whose endpoint has room is made as one that this node has claimed already: its
 * first attempt needs no further command. What a crash leaves of it is lost until the claim ends.
 */
final class OutboxPublishing {

  /** Whoever caused an event publishes it at once; a sweep leaves that time to them. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

  /** Who hears one kind of event of one workspace. */
  private record Audience(String workspaceId, EventName event) {}

  /** Outboxes that have gathered. */
  record Offered(List<Outbox> outboxes) {}

  /**
   * Outboxes whose deliveries are made.
   *
   * @param wakes of all their deliveries
   */
  record Published(List<Outbox> outboxes, List<Wake> wakes) {}

  private final EventParts parts;
  private final EndpointQueue queue;
  private final ChatDeliveries chats;

  OutboxPublishing(EventParts parts, EndpointQueue queue) {
    this.parts = parts;
    this.queue = queue;
    this.chats = new ChatDeliveries(parts.stores(), parts.renderer());
  }

  /** What nobody has published yet, or not to the end; the latest is on its way still. */
  List<Outbox> undrained(int limit) {
    var before = parts.clock().instant().minus(ON_ITS_WAY);
    return parts.stores().messages().undrained(limit).stream()
        .filter(outbox -> isLeftOver(outbox, before))
        .collect(Collectors.toList());
  }

  /** One without events is what a crash has left of a mark. */
  private static boolean isLeftOver(Outbox outbox, Instant before) {
    return outbox.events().isEmpty()
        || outbox.events().stream().anyMatch(event -> event.at().isBefore(before));
  }

  /** Makes the deliveries that the outbox stands for. */
  Published publish(Outbox outbox) {
    return publishAll(new Offered(List.of(outbox)));
  }

  /** The same of several, which share what it costs. */
  Published publishAll(Offered offered) {
    var outboxes = offered.outboxes();
    var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var hearing = new HashMap<Audience, List<WebhookEndpoint>>();
    var deliveries =
        outboxes.stream()
            .flatMap(
                outbox ->
                    outbox.events().stream()
                        .flatMap(event -> deliveries(outbox, event, hearing, now)))
            .collect(Collectors.toList());
    return new Published(outboxes, made(deliveries, now.plus(parts.settings().claimLife())));
  }

  /** What else follows from their events is made, and they need not be published again. */
  void mark(Published done) {
    parts.beside().accept(done.outboxes());
    parts.drained().accept(done.outboxes());
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
            asked -> parts.stores().webhooks().hearing(workspace, event.name()))
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

  private List<Wake> made(List<Delivery> deliveries, Instant lostAt) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    var claimed =
        deliveries.stream()
            .map(one -> queue.hasRoom(one.endpointId()) ? one.claimedUntil(lostAt) : one)
            .toList();
    var ours = Set.copyOf(parts.stores().deliveries().insertMissing(claimed));
    return claimed.stream().map(one -> wake(one, ours.contains(one), lostAt)).toList();
  }

  /** What somebody else has made is claimed by its key, if it is due and nobody has it. */
  private static Wake wake(Delivery delivery, boolean isNew, Instant lostAt) {
    var isClaimed = isNew && delivery.nextAttemptAt().equals(Optional.of(lostAt));
    return isClaimed ? Wake.claimed(delivery, lostAt) : Wake.of(delivery.key());
  }
}
