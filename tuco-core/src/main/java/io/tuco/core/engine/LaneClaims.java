package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.ClaimResult;
import io.tuco.core.dispatch.DispatchFacts;
import io.tuco.core.dispatch.DispatchRules;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes lanes: the number and the intent in one compare-and-set, then the message's own move to
 * {@code sending}, which still asks that it waits. Finds an interrupted send before anything else.
 */
public final class LaneClaims {

  private static final int HEADS = 16;
  private static final Duration OTHERS_TURN = Duration.ofSeconds(2);

  private final Stores stores;
  private final WaitingMessages waiting;
  private final IdGenerator ids;
  private final NodeLease node;

  public LaneClaims(Stores stores, WaitingMessages waiting, IdGenerator ids, NodeLease node) {
    this.stores = stores;
    this.waiting = waiting;
    this.ids = ids;
    this.node = node;
  }

  public ClaimResult claim(String laneId, Instant now) {
    var lane = stores.lanes().find(laneId);
    var open = lane.flatMap(Lane::inFlight);
    if (open.isPresent()) {
      return interrupted(lane.orElseThrow(), open.get(), now);
    }
    var freeAt = lane.map(Lane::freeAt).filter(now::isBefore);
    return freeAt.<ClaimResult>map(ClaimResult.Resting::new).orElseGet(() -> head(laneId, now));
  }

  private ClaimResult head(String laneId, Instant now) {
    for (var message : stores.messages().due(laneId, now, HEADS)) {
      var ready = waiting.prepare(message, laneId, now);
      if (ready.isPresent()) {
        var claimed = begin(laneId, message, ready.get(), now);
        if (claimed.isPresent()) {
          return claimed.get();
        }
      }
    }
    return new ClaimResult.Nothing(stores.messages().nextDue(laneId).map(due -> later(due, now)));
  }

  /** Empty when the message was cancelled between its reading and the intent. */
  private Optional<ClaimResult> begin(
      String laneId, Message message, DispatchFacts facts, Instant now) {
    var sendId = ids.uuid();
    var intent = new Intent(sendId, message.workspaceId(), message.id(), node.id(), now);
    var lane = stores.lanes().claim(laneId, intent, now);
    if (lane.isEmpty()) {
      return Optional.of(new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN))));
    }
    var sending = message.sending(writeAhead(sendId, message, facts, now), now);
    if (stores.messages().beginSend(sending, laneId)) {
      return Optional.of(new ClaimResult.Claimed(lane.get(), sending, facts));
    }
    stores.lanes().release(lane.get(), now);
    return Optional.empty();
  }

  private static Send writeAhead(String sendId, Message message, DispatchFacts facts, Instant now) {
    return Send.ofText(
        sendId,
        DispatchRules.textOf(message, facts),
        DispatchRules.candidates(message, facts),
        now);
  }

  /** An open intent: another living node's business, or ours to settle before anything is sent. */
  private ClaimResult interrupted(Lane lane, Intent intent, Instant now) {
    var ours = intent.owner().equals(node.id());
    if (!ours && stores.nodes().isAlive(intent.owner(), now)) {
      return new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN)));
    }
    var taken = ours ? Optional.of(lane) : stores.lanes().takeOver(lane, node.id(), now);
    return taken
        .map(held -> settling(held, intent, now))
        .orElseGet(() -> new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN))));
  }

  private ClaimResult settling(Lane lane, Intent intent, Instant now) {
    var message =
        stores
            .messages()
            .find(intent.workspaceId(), intent.messageId())
            .filter(found -> isInAttempt(found, intent.sendId()));
    if (message.isEmpty()) {
      // Either nothing left yet, or its result is stored already; a full gap is right for both.
      return new ClaimResult.Settled(lane, now.plus(waiting.gapOf(lane.id())));
    }
    return waiting
        .factsToSettle(message.get(), lane.id(), now)
        .<ClaimResult>map(facts -> new ClaimResult.Interrupted(lane, message.get(), facts))
        .orElseGet(() -> new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN))));
  }

  private static boolean isInAttempt(Message message, String sendId) {
    return message.status() == MessageStatus.SENDING
        && message.progress().send().map(send -> send.id().equals(sendId)).orElse(false);
  }

  private static Instant later(Instant due, Instant now) {
    return due.isAfter(now) ? due : now.plus(OTHERS_TURN);
  }
}
