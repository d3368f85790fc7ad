package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.intake.AttachmentUrls;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionRules;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * The send call: reads the request, asks the store for the facts, decides, and stores. Accepted
 * means durable; a refusal has stored nothing.
 */
public final class MessageIntake {

  /** A lead can be taken by a rival this often before something else must be wrong. */
  private static final int RIVALS = 20;

  private final Stores stores;
  private final FactFinder facts;
  private final LeadLinking leads;
  private final Planning planning;
  private final Rehearsal rehearsal;
  private final Entrances entrances;
  private final StatusNews news;
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
    this.leads = new LeadLinking(stores, ids);
    this.planning = new Planning(stores, facts);
    this.entrances = new Entrances(stores, ids, clock);
    this.rehearsal = new Rehearsal(stores, ids, leads, planning, entrances);
    this.news = new StatusNews(new MessageEvents(ids), renderer);
    this.attachmentUrls = attachmentUrls;
    this.clock = clock;
  }

  public SubmissionResult submit(Submission submission) {
    return judged(submission, this::decideAndStore);
  }

  /** What the call would come to; it is refused as a real one would be, and leaves no trace. */
  public SubmissionResult rehearse(Submission submission) {
    return judged(submission, this::decideOnly);
  }

  private SubmissionResult judged(
      Submission submission, Function<SubmissionReading, SubmissionResult> next) {
    if (submission.access().workspace().isReadOnly()) {
      return new SubmissionResult.Rejected(RejectionCode.READ_ONLY_WORKSPACE.rejection());
    }
    var reading = new SubmissionReading(submission, attachmentUrls);
    return reading
        .formRefusal()
        .<SubmissionResult>map(SubmissionResult.Rejected::new)
        .orElseGet(() -> next.apply(reading));
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
    var known = facts.factsFor(reading);
    return SubmissionRules.refusal(reading, known, now)
        .<SubmissionResult>map(SubmissionResult.Rejected::new)
        .orElseGet(() -> rehearsal.of(reading, known, now));
  }

  private SubmissionResult decideAndStore(SubmissionReading reading) {
    Optional<Entrance> entrance = Optional.empty();
    try {
      for (var rival = 0; rival < RIVALS; rival++) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (var foresight = Foresight.of(stores, reading)) {
          var known = facts.factsFor(reading);
          var refusal = SubmissionRules.refusal(reading, known, now);
          if (refusal.isPresent()) {
            entrance.ifPresent(Entrance::refused);
            return new SubmissionResult.Rejected(refusal.get());
          }
          foresight.learns(reading, known);
          var way = entrance.orElseGet(() -> entrances.of(reading, known.lead(), now));
          entrance = Optional.of(way);
          var end = way.barred(now).or(() -> linkAndStore(way, reading, known, foresight, now));
          if (end.isPresent()) {
            return end.get();
          }
        }
      }
    } catch (RuntimeException e) {
      entrance.ifPresent(way -> way.failed(e));
      throw e;
    }
    throw new IllegalStateException("a lead's address changed hands " + RIVALS + " times");
  }

  /** Empty when a rival took the lead's address or deleted it meanwhile. */
  private Optional<SubmissionResult> linkAndStore(
      Entrance way,
      SubmissionReading reading,
      SubmissionFacts known,
      Foresight foresight,
      Instant now) {
    return leads
        .link(reading, known.lead(), way.messageId(), now)
        .map(lead -> accept(way, reading, known, lead, foresight, now));
  }

  private SubmissionResult accept(
      Entrance way,
      SubmissionReading reading,
      SubmissionFacts known,
      Lead lead,
      Foresight foresight,
      Instant now) {
    var workspaceId = reading.submission().access().workspace().id();
    var planned =
        planning.plan(
            way.messageId(),
            reading,
            known,
            lead,
            foresight,
            () -> stores.lines().nextTurn(workspaceId, reading.type().wire()),
            now);
    var told = news.of(planned.message(), Optional.of(lead), now);
    var lane = Senders.laneOf(planned.message().type(), workspaceId, planned.line());
    Conversations.begin(stores.chats(), told.message(), now);
    if (!stores.messages().insert(told.message(), Optional.of(lane), told.events())) {
      return way.overtaken();
    }
    return new SubmissionResult.Accepted(
        told.message(),
        planned.text(),
        reading.leadId().isEmpty() && !lead.wasMadeFor(told.message().id()),
        crmOf(told.message(), lead),
        lane,
        told.outbox(),
        planned.answeredHold());
  }

  private static CrmIds crmOf(Message message, Lead lead) {
    return message.origin().crm().or(lead.integrationIds().asCrmIds());
  }
}
