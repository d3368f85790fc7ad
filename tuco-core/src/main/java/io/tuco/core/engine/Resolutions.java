package io.tuco.core.engine;

import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Resolution;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Settles an unknown outcome by somebody's order (API contract, section 5, {@code resolve}). The
 * write asks that the message is still in that attempt, so an order and the device's own answer
 * never both count.
 */
public final class Resolutions {

  private final Stores stores;
  private final Endings endings;
  private final RecentFacts facts;
  private final Consumer<String> wake;

  Resolutions(Stores stores, Endings endings, RecentFacts facts, Consumer<String> wake) {
    this.stores = stores;
    this.endings = endings;
    this.facts = facts;
    this.wake = wake;
  }

  /** The message as it is afterwards; empty when its outcome is not unknown (any more). */
  public Optional<Message> resolve(
      String workspaceId, String messageId, Resolution resolution, Instant now) {
    return stores
        .messages()
        .find(workspaceId, messageId)
        .filter(Message::isUnknown)
        .flatMap(message -> resolved(message, resolution, now));
  }

  private Optional<Message> resolved(Message message, Resolution resolution, Instant now) {
    var send = message.progress().send().orElseThrow();
    var line = message.origin().lineId().flatMap(facts::line);
    var lane = Senders.knownLaneOf(message.type(), message.workspaceId(), line);
    var after = after(message, send, resolution, lane, now).resolvedBy(resolution);
    var told = endings.tell(after, endings.leadOf(message), now);
    var done = stores.messages().record(send.id(), told.message(), lane, told.events());
    if (!done) {
      return Optional.empty();
    }
    endings.afterwards(told);
    lane.ifPresent(wake);
    return Optional.of(told.message());
  }

  /** Sent again it is in a lane, or not at all. */
  private static Message after(
      Message message, Send send, Resolution order, Optional<String> lane, Instant now) {
    return switch (order.action()) {
      case CONFIRM_SENT -> message.confirmed(now);
      case CONFIRM_NOT_SENT -> message.failed("Confirmed as not sent", now);
      case RESEND ->
          lane.isEmpty()
              ? message.failed(Reasons.LINE_GONE, now)
              : message.waitingAgain(
                  message
                      .progress()
                      .afterRepeat()
                      .waitingUntil(Optional.of(now), Reasons.RETRY_SCHEDULED),
                  now);
    };
  }
}
