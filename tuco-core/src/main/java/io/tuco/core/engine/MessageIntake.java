package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.intake.AttachmentUrls;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionRules;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * The send call: reads the request, asks the store for the facts, decides, and stores. Accepted
 * means durable; a refusal has stored nothing.
 */
public final class MessageIntake {

  private final Stores stores;
  private final FactFinder facts;
  private final Rehearsal rehearsal;
  private final Entrances entrances;
  private final AcceptanceSteps.Parts steps;
  private final AttachmentUrls attachmentUrls;
  private final Clock clock;

  public MessageIntake(
      Stores stores,
      IdGenerator ids,
      EventRenderer renderer,
      AttachmentUrls attachmentUrls,
      Clock clock) {
    this.stores = stores;
    this.facts = new FactFinder(stores);
    this.entrances = new Entrances(stores, ids, clock);
    var leads = new LeadLinking(stores, ids);
    var planning = new Planning(stores, facts);
    this.rehearsal = new Rehearsal(stores, ids, leads, planning, entrances);
    this.steps =
        new AcceptanceSteps.Parts(
            stores,
            facts,
            entrances,
            leads,
            planning,
            new StatusNews(new MessageEvents(ids), renderer),
            clock);
    this.attachmentUrls = attachmentUrls;
    this.clock = clock;
  }

  public SubmissionResult submit(Submission submission) {
    return begin(submission).run();
  }

  /** The same, a step at a time. */
  public Acceptance begin(Submission submission) {
    return begun(submission, reading -> AcceptanceSteps.of(reading, steps));
  }

  /** What the call would come to; it is refused as a real one would be, and leaves no trace. */
  public SubmissionResult rehearse(Submission submission) {
    return begun(submission, reading -> Acceptance.over(decideOnly(reading))).run();
  }

  private Acceptance begun(
      Submission submission, Function<SubmissionReading, Acceptance> otherwise) {
    if (submission.access().workspace().isReadOnly()) {
      return Acceptance.over(
          new SubmissionResult.Rejected(RejectionCode.READ_ONLY_WORKSPACE.rejection()));
    }
    var reading = new SubmissionReading(submission, attachmentUrls);
    return reading
        .formRefusal()
        .map(refusal -> Acceptance.over(new SubmissionResult.Rejected(refusal)))
        .orElseGet(() -> otherwise.apply(reading));
  }

  /**
   * The same for a call that was begun under its key and not ended: the message it stored is
   * accepted already, or else is stored under the id it was given then.
   */
  public SubmissionResult complete(Submission submission) {
    return entrances.begun(submission).orElseGet(() -> submit(submission));
  }

  private SubmissionResult decideOnly(SubmissionReading reading) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try (var foresight = Foresight.of(stores, reading)) {
      var known = facts.factsFor(reading, foresight);
      return SubmissionRules.refusal(reading, known, now)
          .<SubmissionResult>map(SubmissionResult.Rejected::new)
          .orElseGet(() -> rehearsal.of(reading, known, foresight, now));
    }
  }
}
