package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.SendMark;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which way a call goes: under its key, past the double-send guard, or straight. */
final class Entrances {

  private final Stores stores;
  private final IdGenerator ids;
  private final IdempotencyKeys keys;
  private final Resumption resumption;

  Entrances(Stores stores, IdGenerator ids, Clock clock) {
    this.stores = stores;
    this.ids = ids;
    this.keys = new IdempotencyKeys(stores, ids, clock);
    this.resumption = new Resumption(stores);
  }

  /** What a call that was begun under its key came to; empty when it stored no message. */
  Optional<SubmissionResult> begun(Submission submission) {
    return submission
        .reserved()
        .or(() -> submission.keyed().flatMap(keys::begun))
        .flatMap(id -> resumption.of(submission, id));
  }

  Entrance of(SubmissionReading reading, Optional<Lead> known, Instant now) {
    var submission = reading.submission();
    if (submission.reserved().isPresent()) {
      return new ReservedEntrance(resumption, submission, submission.reserved().get());
    }
    if (submission.keyed().isPresent()) {
      return new KeyedEntrance(keys, resumption, submission, submission.keyed().get());
    }
    return guarded(reading, known, now)
        .<Entrance>map(guarded -> guarded)
        .orElseGet(() -> new FreeEntrance(ids.objectId()));
  }

  /** Whether the guard would bar the call; marks nothing. */
  boolean wouldSkip(SubmissionReading reading, Optional<Lead> known, Instant now) {
    return reading.submission().keyed().isEmpty()
        && reading.submission().reserved().isEmpty()
        && guarded(reading, known, now).filter(GuardedEntrance::wouldSkip).isPresent();
  }

  private Optional<GuardedEntrance> guarded(
      SubmissionReading reading, Optional<Lead> known, Instant now) {
    var guard = reading.submission().access().workspace().doubleSendGuard();
    return phoneOf(reading, known)
        .filter(phone -> reading.isGuarded())
        .map(phone -> mark(reading, phone, now))
        .map(mark -> new GuardedEntrance(stores, mark, guard.window()));
  }

  private SendMark mark(SubmissionReading reading, PhoneNumber phone, Instant now) {
    var workspaceId = reading.submission().access().workspace().id();
    return SendMark.of(workspaceId, phone, reading.content(), ids.objectId(), now);
  }

  /** The phone that the message will bear: a send by lead takes the lead's (settled answer 30). */
  private static Optional<PhoneNumber> phoneOf(SubmissionReading reading, Optional<Lead> known) {
    return reading
        .recipient()
        .phone()
        .or(
            () ->
                known
                    .filter(lead -> reading.leadId().isPresent())
                    .flatMap(lead -> lead.addresses().phone()));
  }
}
