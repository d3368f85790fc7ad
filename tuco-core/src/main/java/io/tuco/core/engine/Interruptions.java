package io.tuco.core.engine;

import io.tuco.core.dispatch.ClaimResult;
import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.DispatchFacts;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An intent that was found open: the process that wrote it died, or its turn broke. Either its
 * message has its result already, or the send must be settled before anything else leaves.
 */
final class Interruptions {

  private final Stores stores;
  private final RecentFacts facts;
  private final Senders senders;
  private final Endings endings;

  Interruptions(Stores stores, RecentFacts facts, Senders senders, Endings endings) {
    this.stores = stores;
    this.facts = facts;
    this.senders = senders;
    this.endings = endings;
  }

  /** Empty while what it takes to settle it is missing. */
  Optional<ClaimResult> of(Lane lane, Intent intent, Instant now) {
    var message = stores.messages().find(intent.workspaceId(), intent.messageId());
    var attempt = message.filter(found -> isInAttempt(found, intent.sendId()));
    var workspace = facts.workspace(intent.workspaceId());
    var sender = workspace.flatMap(known -> senders.ofLane(lane.id(), known, now));
    if (message.filter(found -> found.status().isWaiting()).isPresent()
        && !isVoid(message.get(), intent, now)) {
      // It has begun, or ended, just now; the next look finds out which.
      return Optional.empty();
    }
    if (attempt.isEmpty()) {
      return Optional.of(
          new ClaimResult.Settled(lane, intent.slot(), closing(message, intent, sender, now)));
    }
    var found = attempt.get();
    if (sender.isEmpty() && senders.isGoneForGood(lane.id())) {
      return leftUnknown(lane, intent, found, now);
    }
    if (workspace.isEmpty() || sender.isEmpty()) {
      return Optional.empty();
    }
    var known =
        new DispatchFacts(
            workspace.get(),
            found.origin().lineId().flatMap(facts::line),
            sender.get(),
            leadOf(found),
            false,
            DispatchFacts.LookUps.impossible(),
            now);
    return Optional.of(new ClaimResult.Interrupted(lane, intent.slot(), found, known));
  }

  /**
   * Its line or device was removed, so nobody can be asked any more: it stays unknown, visibly,
   * until somebody says what became of it.
   */
  private Optional<ClaimResult> leftUnknown(
      Lane lane, Intent intent, Message message, Instant now) {
    if (!message.isUnknown()) {
      var seen = message.unknown(now, now).explained(Reasons.LINE_GONE);
      var told = endings.tell(seen, leadOf(message), now);
      if (!stores
          .messages()
          .record(intent.sendId(), told.message(), Optional.empty(), told.events())) {
        return Optional.empty();
      }
      endings.afterwards(told);
    }
    return Optional.of(new ClaimResult.Settled(lane, intent.slot(), Closing.mayHaveLeft(now, now)));
  }

  /**
   * Whoever wrote the intent may sleep and still be about to begin: once the lane is given back,
   * that must fail.
   */
  private boolean isVoid(Message waiting, Intent intent, Instant now) {
    var knows = waiting.progress().send().map(Send::id).filter(intent.sendId()::equals).isPresent();
    var line = waiting.origin().lineId().flatMap(facts::line);
    if (knows || !Sender.isByWorkspace(waiting.type(), line) && line.isEmpty()) {
      return true;
    }
    var voided =
        waiting.withProgress(
            waiting.progress().voiding(intent.sendId(), now), waiting.timeline().updatedAt());
    var lane = Senders.laneOf(waiting.type(), waiting.workspaceId(), line);
    return stores.messages().updateWaiting(voided, lane);
  }

  private Optional<Lead> leadOf(Message message) {
    return message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
  }

  /** Its result is stored, or it never began: a full gap is right for both. */
  private static Closing closing(
      Optional<Message> message, Intent intent, Optional<Sender> sender, Instant now) {
    var free = now.plus(sender.map(Sender::gap).orElse(Duration.ZERO));
    var ofThisSend =
        message.filter(
            found ->
                found.progress().send().map(Send::id).filter(intent.sendId()::equals).isPresent());
    if (ofThisSend.filter(Message::hasLeft).isPresent()) {
      return Closing.left(now, free);
    }
    if (message.filter(found -> isRepeated(found, intent)).isPresent()) {
      return Closing.mayHaveLeft(now, free);
    }
    var reachedOut =
        intent
            .places()
            .filter(
                places ->
                    message.filter(found -> Touches.hasTouched(found, places.lineId())).isPresent())
            .isPresent();
    return Closing.nothingLeft(now, free, reachedOut);
  }

  /**
   * It is sent again although it may have left, here or in another slot by now: then its place may
   * be used up, and so it is.
   */
  private static boolean isRepeated(Message message, Intent intent) {
    var progress = message.progress();
    return progress.tries().repeats() > 0 && progress.hasTried(intent.sendId());
  }

  private static boolean isInAttempt(Message message, String sendId) {
    return message.status() == MessageStatus.SENDING
        && message.progress().send().map(Send::id).filter(sendId::equals).isPresent();
  }
}
