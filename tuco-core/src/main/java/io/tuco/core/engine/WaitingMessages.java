package io.tuco.core.engine;

import io.tuco.core.dispatch.Touches;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.line.Line;
import io.tuco.core.line.LinePicker;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves what waits to another line, or ends it. */
public final class WaitingMessages {

  private static final int STEP = 100;

  private final Stores stores;
  private final Senders senders;
  private final Endings endings;
  private final Consumer<String> wake;

  /**
   * @param wake told the lane that a message was moved to
   */
  WaitingMessages(Stores stores, Senders senders, Endings endings, Consumer<String> wake) {
    this.stores = stores;
    this.senders = senders;
    this.endings = endings;
    this.wake = wake;
  }

  /** Looks at the lane soon. */
  public void wake(String laneId) {
    wake.accept(laneId);
  }

  /** Moves what waits for a line that is gone to other lines; what was pinned to it fails. */
  public void leaveLine(String lineId, Instant now) {
    var left = stores.messages().waitingFor(lineId, STEP);
    while (!left.isEmpty()) {
      left.forEach(message -> moveOrFail(message, Actor.OPERATOR, now));
      left = stores.messages().waitingFor(lineId, STEP);
    }
  }

  void moveOrFail(Message message, Instant now) {
    moveOrFail(message, Actor.DISPATCH, now);
  }

  private void moveOrFail(Message message, Actor by, Instant now) {
    if (!moveIfPossible(message, by, now) && !isWaitable(message, by, now)) {
      endings.endWaiting(message.failed(Reasons.LINE_GONE, now).changedBy(by), now);
    }
  }

  /** An unpinned message may wait for another line, as long as the workspace has an active one. */
  private boolean isWaitable(Message message, Actor by, Instant now) {
    return !message.origin().linePinned() && moveTo(message, others(message), by, now);
  }

  boolean moveIfPossible(Message message, Instant now) {
    return moveIfPossible(message, Actor.DISPATCH, now);
  }

  private boolean moveIfPossible(Message message, Actor by, Instant now) {
    return !message.origin().linePinned() && moveTo(message, healthyOthers(message), by, now);
  }

  /** Whether another healthy line of its channel may take it over. */
  boolean canMove(Message message) {
    return !healthyOthers(message).isEmpty();
  }

  void fail(Message message, String error, Instant now) {
    endings.endWaiting(message.failed(error, now), now);
  }

  private boolean moveTo(Message message, List<Line> lines, Actor by, Instant now) {
    var turn = lines.size() > 1 ? nextTurn(message) : 0;
    var target = LinePicker.pick(lines, turn);
    target.ifPresent(
        line -> {
          var moved =
              message.movedToLine(line.id(), isFirstTouch(message, line), now).changedBy(by);
          Conversations.begin(stores.chats(), moved, now).answer();
          if (stores.messages().updateWaiting(moved, line.laneId())) {
            wake.accept(line.laneId());
          }
        });
    return target.isPresent();
  }

  private boolean isFirstTouch(Message message, Line line) {
    var lead =
        message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
    var addresses = SendOrder.of(message.type(), message.recipient(), lead);
    var marks = Touches.marks(line.id(), message.origin().leadId(), addresses);
    return stores.messages().touched(marks).isEmpty();
  }

  private long nextTurn(Message message) {
    return stores.lines().nextTurn(message.workspaceId(), message.type().wire());
  }

  private List<Line> healthyOthers(Message message) {
    return others(message).stream().filter(senders::isHealthy).toList();
  }

  private List<Line> others(Message message) {
    return senders.usable(message.workspaceId(), message.type()).stream()
        .filter(line -> !Optional.of(line.id()).equals(message.origin().lineId()))
        .toList();
  }
}
