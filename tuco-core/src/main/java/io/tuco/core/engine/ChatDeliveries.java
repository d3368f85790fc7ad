package io.tuco.core.engine;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.EventName;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.InChat;
import io.tuco.core.event.LineSubscription;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.line.Line;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.SandboxPairing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The deliveries of an event to the endpoints of {@code /v1} (/v1 contract, section 9): to those of
 * its line, in that facade's words. On the sandbox line an endpoint hears of the phone that its
 * account has paired, and of nobody else.
 */
public final class ChatDeliveries {

  private final Stores stores;
  private final EventRenderer renderer;

  public ChatDeliveries(Stores stores, EventRenderer renderer) {
    this.stores = stores;
    this.renderer = renderer;
  }

  /** None where nobody listens. */
  public List<Delivery> of(
      String workspaceId,
      OutboxEvent event,
      Optional<String> messageId,
      Optional<String> correlationId,
      Instant now) {
    if (event.name().inV1().isEmpty() || event.inChat().isEmpty()) {
      return List.of();
    }
    var chat = event.inChat().get();
    var name = event.name().inV1().get();
    var hearing =
        stores.webhooks().hearing(workspaceId, name).stream()
            .filter(endpoint -> isOf(endpoint, chat.lineId()))
            .toList();
    if (hearing.isEmpty()) {
      return List.of();
    }
    return stores.lines().find(workspaceId, chat.lineId()).stream()
        .flatMap(
            line ->
                hearing.stream()
                    .filter(endpoint -> !line.sandbox() || isPaired(endpoint, chat))
                    .map(endpoint -> worded(event, name, chat, line, endpoint))
                    .map(
                        told ->
                            Delivery.of(
                                told.event(),
                                workspaceId,
                                told.endpointId(),
                                messageId,
                                correlationId,
                                now)))
        .toList();
  }

  private static boolean isOf(WebhookEndpoint endpoint, String lineId) {
    return endpoint.dialect() == EventDialect.V1
        && endpoint.line().map(LineSubscription::lineId).equals(Optional.of(lineId));
  }

  private boolean isPaired(WebhookEndpoint endpoint, InChat chat) {
    return endpoint
        .line()
        .flatMap(LineSubscription::userId)
        .flatMap(user -> stores.sandboxes().find(endpoint.workspaceId(), user))
        .flatMap(SandboxPairing::phone)
        .filter(phone -> phone.address().value().equals(chat.person()))
        .isPresent();
  }

  private record Told(OutboxEvent event, String endpointId) {}

  private Told worded(
      OutboxEvent event, EventName name, InChat chat, Line line, WebhookEndpoint endpoint) {
    var body =
        renderer.bodyInV1(
            name, chat, line.handle(), deliveryId(event.id(), endpoint.id()), event.at());
    return new Told(
        new OutboxEvent(event.id(), name, event.seq(), event.at(), body), endpoint.id());
  }

  /** The same however often the event is drained. */
  private static String deliveryId(String eventId, String endpointId) {
    var key = (eventId + ":" + endpointId).getBytes(StandardCharsets.UTF_8);
    return "dlv_" + UUID.nameUUIDFromBytes(key);
  }
}
