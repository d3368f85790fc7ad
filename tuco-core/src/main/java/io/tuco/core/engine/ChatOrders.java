package io.tuco.core.engine;

import io.tuco.core.dispatch.ChatSignal.Outcome;
import io.tuco.core.message.ChatOrder;
import io.tuco.core.store.ChatOrderStore;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Orders to devices that are no messages: each is tried once by who took it. What its process left
 * behind when it died ends as failed, for it may have been done (/v1 contract, section 6).
 */
public final class ChatOrders {

  /** Whoever carries one out is heard of by then, or never. */
  static final Duration ABANDONED = Duration.ofMinutes(2);

  private static final int SWEPT = 100;
  private static final String INTERRUPTED = "The order was interrupted; it may have been done.";

  private final ChatOrderStore orders;
  private final Clock clock;

  public ChatOrders(Stores stores, Clock clock) {
    this.orders = stores.chatOrders();
    this.clock = clock;
  }

  /** Takes the order; false when it was taken before, and is somebody else's to carry out. */
  public boolean take(ChatOrder order) {
    return orders.insert(order);
  }

  /** Whether the order is this caller's to carry out now. */
  public boolean begin(ChatOrder taken) {
    return orders.replace(taken, taken.claimed());
  }

  /** What came of an order that was begun. */
  public void end(ChatOrder taken, Outcome outcome) {
    var begun = taken.claimed();
    orders.replace(
        begun,
        outcome instanceof Outcome.NotConfirmed not
            ? begun.failed(not.why(), now())
            : begun.done(now()));
  }

  /** Ends what nobody carries out any more. */
  public void sweep() {
    var now = now();
    orders
        .open(now.minus(ABANDONED), SWEPT)
        .forEach(order -> orders.replace(order, order.failed(INTERRUPTED, now)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
