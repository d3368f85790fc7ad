package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.engine.Planning.Planned;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Stores;
import io.tuco.core.timing.SendHours;
import java.time.Instant;
import java.util.Optional;

/** Tells what a call would come to (API contract, section 13); stores, takes and counts nothing. */
final class Rehearsal {

  private final Stores stores;
  private final IdGenerator ids;
  private final LeadLinking leads;
  private final Planning planning;
  private final Entrances entrances;

  Rehearsal(
      Stores stores, IdGenerator ids, LeadLinking leads, Planning planning, Entrances entrances) {
    this.stores = stores;
    this.ids = ids;
    this.leads = leads;
    this.planning = planning;
    this.entrances = entrances;
  }

  SubmissionResult of(
      SubmissionReading reading, SubmissionFacts known, Foresight foresight, Instant now) {
    var messageId = ids.objectId();
    var lead = leads.preview(reading, known.lead(), messageId, now);
    var planned = planned(reading, known, foresight, lead, messageId, now);
    var message = planned.message();
    return new SubmissionResult.Rehearsed(
        message,
        planned.text(),
        known.lead().map(Lead::id),
        SendOrder.of(message.type(), message.recipient(), Optional.of(lead)),
        planned.answeredHold().map(SubmissionResult.Hold::reason),
        heldBy(planned).map(HeldBy::wire),
        earliest(reading, planned, now),
        entrances.wouldSkip(reading, known.lead(), now));
  }

  private Planned planned(
      SubmissionReading reading,
      SubmissionFacts known,
      Foresight foresight,
      Lead lead,
      String messageId,
      Instant now) {
    var workspaceId = reading.submission().access().workspace().id();
    return planning.plan(
        messageId,
        reading,
        known,
        lead,
        foresight,
        () -> 1 + stores.lines().lastTurn(workspaceId, reading.type().wire()),
        now);
  }

  /** A date of the call's own comes before whatever would hold it now. */
  private static Optional<HeldBy> heldBy(Planned planned) {
    var byCap = planned.hold().filter(Hold::isDailyCap).map(Hold::by);
    return switch (planned.message().status()) {
      case SCHEDULED -> byCap.or(() -> Optional.of(HeldBy.SCHEDULED_DATE));
      case PENDING -> planned.hold().map(Hold::by);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> earliest(
      SubmissionReading reading, Planned planned, Instant now) {
    Message message = planned.message();
    if (message.status() == MessageStatus.FAILED) {
      return Optional.empty();
    }
    var zone = reading.submission().access().workspace().zone();
    var from =
        message.timeline().scheduledFor().or(() -> planned.hold().flatMap(Hold::until)).orElse(now);
    return SendHours.of(message.window(), zone)
        .flatMap(window -> window.nextOpen(from))
        .or(() -> Optional.of(from));
  }
}
