package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.ClaimResult;
import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.DispatchRules;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.message.Message;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes lanes: number, intent and places in the caps in one compare-and-set, then the message's own
 * move to {@code sending}, which still asks that it waits, and only then whether the person may be
 * written to at all. Finds an interrupted send before anything else.
 */
public final class LaneClaims {

  /** Rivals for a lane that may be faster in a row, and messages that turn out to be gone. */
  private static final int TRIES = 32;

  private static final Duration OTHERS_TURN = Duration.ofSeconds(2);

  private final Stores stores;
  private final LaneDesks desks;
  private final HeadSearch search;
  private final Preparation preparation;
  private final Interruptions interruptions;
  private final Suppression suppression;
  private final IdGenerator ids;
  private final NodeLease node;

  LaneClaims(
      Stores stores,
      LaneDesks desks,
      HeadSearch search,
      Preparation preparation,
      Interruptions interruptions,
      IdGenerator ids,
      NodeLease node) {
    this.stores = stores;
    this.desks = desks;
    this.search = search;
    this.preparation = preparation;
    this.interruptions = interruptions;
    this.suppression = new Suppression(stores);
    this.ids = ids;
    this.node = node;
  }

  public ClaimResult claim(LaneSlot slot, Instant now) {
    var desk = desks.of(slot.laneId());
    synchronized (desk) {
      try {
        return claim(desk, slot, now);
      } catch (StoreException e) {
        // The write may have been done all the same: what is remembered is worth nothing.
        desk.forgetLane();
        desk.forgetHeads();
        throw e;
      }
    }
  }

  private ClaimResult claim(LaneDesk desk, LaneSlot slot, Instant now) {
    if (!node.isHeld()) {
      // Others would take the lane over at once.
      return new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN)));
    }
    for (var tries = 0; tries < TRIES; tries++) {
      var lane = laneOf(desk);
      if (lane.inFlight(slot.number()).isPresent()) {
        // Another may have taken it over while this node slept: only the store knows whose it is.
        desk.forgetLane();
        lane = laneOf(desk);
      }
      var open = lane.inFlight(slot.number());
      if (open.isPresent()) {
        return interrupted(desk, lane, open.get(), now);
      }
      if (lane.freeAt().isAfter(now)) {
        return new ClaimResult.Resting(lane.freeAt());
      }
      var result = search.search(desk, lane, now);
      if (result.found().isEmpty()) {
        return new ClaimResult.Nothing(result.lookAgainAt());
      }
      var claimed = begin(desk, lane, slot, result.found().get(), now);
      if (claimed.isPresent()) {
        return claimed.get();
      }
    }
    return new ClaimResult.Nothing(Optional.of(now.plusMillis(1)));
  }

  private Lane laneOf(LaneDesk desk) {
    if (desk.seen().isEmpty()) {
      desk.see(stores.lanes().find(desk.laneId()).orElseGet(() -> Lane.unused(desk.laneId())));
    }
    return desk.seen().orElseThrow();
  }

  /** Empty when the message cannot leave from here, or a rival was faster: search again. */
  private Optional<ClaimResult> begin(
      LaneDesk desk, Lane lane, LaneSlot slot, HeadSearch.Found found, Instant now) {
    var message = found.head().message();
    var ready = preparation.prepare(desk, lane, found, now);
    if (ready.isEmpty()) {
      return Optional.empty();
    }
    var intent =
        new Intent(
            slot.number(),
            ids.uuid(),
            message.workspaceId(),
            message.id(),
            node.id(),
            now,
            ready.get().places());
    var claimed = lane.claimedBy(intent, now);
    if (!stores.lanes().replace(lane, claimed)) {
      desk.forgetLane();
      return Optional.empty();
    }
    desk.see(claimed);
    found.shelf().take(found.head());
    return sending(desk, claimed, intent, message, ready.get(), now);
  }

  private Optional<ClaimResult> sending(
      LaneDesk desk,
      Lane lane,
      Intent intent,
      Message message,
      Preparation.Ready ready,
      Instant now) {
    var facts = ready.facts();
    var send = DispatchRules.writeAhead(intent.sendId(), message, facts, ready.files(), now);
    var sending = message.sending(send, now);
    if (!stores.messages().beginSend(sending, desk.laneId())) {
      giveBack(desk, lane, intent, now);
      // It may wait still, as another version, before all others.
      desk.forgetHeads();
      return Optional.empty();
    }
    desk.served(message.workspaceId());
    return Optional.of(
        new ClaimResult.Claimed(
            lane, intent.slot(), sending, facts, suppression.of(sending, facts.lead())));
  }

  /** The message was cancelled or taken between its reading and the intent: nothing left. */
  private void giveBack(LaneDesk desk, Lane lane, Intent intent, Instant now) {
    var next = lane.releasedBy(intent.slot(), Closing.untouched(now, lane.freeAt()));
    if (stores.lanes().replace(lane, next)) {
      desk.see(next);
    } else {
      desk.forgetLane();
    }
  }

  /** An open intent: another living node's business, or ours to settle before anything is sent. */
  private ClaimResult interrupted(LaneDesk desk, Lane lane, Intent intent, Instant now) {
    var ours = intent.owner().equals(node.id());
    if (!ours && node.seesAlive(intent.owner())) {
      desk.forgetLane();
      return new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN)));
    }
    var taken = ours ? lane : lane.takenOver(intent, node.id(), now);
    if (!ours && !stores.lanes().replace(lane, taken)) {
      desk.forgetLane();
      return new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN)));
    }
    desk.see(taken);
    return interruptions
        .of(taken, intent, now)
        .orElseGet(() -> new ClaimResult.Nothing(Optional.of(now.plus(OTHERS_TURN))));
  }
}
