package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.event.ChatEvent;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventIds;
import io.tuco.core.event.EventName;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.line.Line;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.Message;
import io.tuco.core.message.Tapback;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells the endpoints of {@code /v1} what no other hears (/v1 contract, section 9). Deliveries are
 * stored before the change they tell of: a crash between the two tells again, under the same id,
 * and so not twice.
 */
final class ChatNews {

  private final Stores stores;
  private final EventRenderer renderer;
  private final ChatDeliveries deliveries;
  private final Consumer<String> deliver;

  /**
   * @param deliver told the keys of the deliveries
   */
  ChatNews(Stores stores, EventRenderer renderer, Consumer<String> deliver) {
    this.stores = stores;
    this.renderer = renderer;
    this.deliveries = new ChatDeliveries(stores, renderer);
    this.deliver = deliver;
  }

  /** A reaction that is new to the message; an older report of the same person is none. */
  void reacted(Message message, Tapback tapback, Instant now) {
    if (isNews(message.annotations(), tapback)) {
      var name = tapback.removed() ? EventName.REACTION_REMOVED : EventName.REACTION_ADDED;
      tell(
          message,
          name,
          EventIds.inChat(
              name, message.id(), tapback.by(), tapback.reaction(), tapback.at().toString()),
          tapback.at(),
          Map.of("message", message, "tapback", tapback),
          now);
    }
  }

  /** Said among several, where no event of the message tells of it. */
  void heardInGroup(Message received, Instant now) {
    var guid = received.progress().externalId().orElse(received.id());
    tell(
        received,
        EventName.MESSAGE_RECEIVED,
        EventIds.inChat(EventName.MESSAGE_RECEIVED, received.workspaceId(), guid),
        now,
        Map.of("message", received),
        now);
  }

  /** Somebody has begun to type to the line, or has stopped. */
  void typed(Line line, Address person, boolean isTyping, Instant now) {
    var name = isTyping ? EventName.TYPING_STARTED : EventName.TYPING_STOPPED;
    var id = EventIds.inChat(name, line.id(), person.value(), now.toString());
    tell(
        new ChatEvent(id, name, now, line.workspaceId(), line.id(), person.value(), Map.of()),
        Optional.empty(),
        now);
  }

  private static boolean isNews(Annotations beside, Tapback tapback) {
    return !beside.with(tapback).equals(beside);
  }

  private void tell(
      Message message,
      EventName name,
      String id,
      Instant at,
      Map<String, Object> data,
      Instant now) {
    message
        .origin()
        .lineId()
        .ifPresent(
            line ->
                tell(
                    new ChatEvent(
                        id, name, at, message.workspaceId(), line, personOf(message), data),
                    Optional.of(message),
                    now));
  }

  /** Renders nothing where nobody listens: it is told here and not kept. */
  private void tell(ChatEvent event, Optional<Message> message, Instant now) {
    if (stores.webhooks().hearing(event.workspaceId(), event.name()).isEmpty()) {
      return;
    }
    var told =
        deliveries.of(
            event.workspaceId(),
            new OutboxEvent(
                event.id(),
                event.name(),
                event.seq(),
                event.at(),
                "",
                renderer.renderInChat(event)),
            message.map(Message::id),
            message.map(about -> about.origin().correlationId()),
            now);
    if (!told.isEmpty()) {
      stores.deliveries().insertMissing(told);
      told.stream().map(Delivery::key).forEach(deliver);
    }
  }

  private static String personOf(Message message) {
    return message.chatWith().orElse("");
  }
}
