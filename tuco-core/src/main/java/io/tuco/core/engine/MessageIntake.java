package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.event.UrlRules;
import io.tuco.core.intake.AcceptHold;
import io.tuco.core.intake.MessageDraft;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionRules;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.line.LinePicker;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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
  private final MessageDraft draft;
  private final StatusNews news;
  private final UrlRules attachmentUrls;
  private final Clock clock;

  public MessageIntake(
      Stores stores,
      IdGenerator ids,
      EventRenderer renderer,
      UrlRules attachmentUrls,
      Clock clock) {
    this.stores = stores;
    this.facts = new FactFinder(stores);
    this.leads = new LeadLinking(stores, ids);
    this.draft = new MessageDraft(ids);
    this.news = new StatusNews(new MessageEvents(ids), renderer);
    this.attachmentUrls = attachmentUrls;
    this.clock = clock;
  }

  public SubmissionResult submit(Submission submission) {
    if (submission.access().workspace().isReadOnly()) {
      return new SubmissionResult.Rejected(RejectionCode.READ_ONLY_WORKSPACE.rejection());
    }
    var reading = new SubmissionReading(submission, attachmentUrls);
    return reading
        .formRefusal()
        .<SubmissionResult>map(SubmissionResult.Rejected::new)
        .orElseGet(() -> decideAndStore(reading));
  }

  private SubmissionResult decideAndStore(SubmissionReading reading) {
    for (var rival = 0; rival < RIVALS; rival++) {
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var known = facts.factsFor(reading);
      var refusal = SubmissionRules.refusal(reading, known, now);
      if (refusal.isPresent()) {
        return new SubmissionResult.Rejected(refusal.get());
      }
      var lead = leads.link(reading, known.lead(), now);
      if (lead.isPresent()) {
        return accept(reading, known, lead.get(), now);
      }
    }
    throw new IllegalStateException("a lead's address changed hands " + RIVALS + " times");
  }

  private SubmissionResult accept(
      SubmissionReading reading, SubmissionFacts known, Lead lead, Instant now) {
    var line = lineOf(SubmissionRules.lines(reading, known), reading);
    var workspace = reading.submission().access().workspace();
    var message = draft.of(reading, lead, line, now);
    var told = news.of(message, Optional.of(lead), now);
    stores.messages().insert(told.message(), Optional.of(line.laneId()), told.events());
    var duplicate = reading.leadId().isEmpty() && known.lead().isPresent();
    return new SubmissionResult.Accepted(
        told.message(),
        duplicate,
        crmOf(told.message(), lead),
        line.laneId(),
        holdOf(told.message(), line, workspace, now));
  }

  /** The line whose turn it is; a turn is taken for what is accepted, and for nothing else. */
  private Line lineOf(List<Line> candidates, SubmissionReading reading) {
    var turn =
        candidates.size() > 1
            ? stores
                .lines()
                .nextTurn(reading.submission().access().workspace().id(), reading.type().wire())
            : 0;
    return LinePicker.pick(candidates, turn).orElseThrow();
  }

  private Optional<SubmissionResult.Hold> holdOf(
      Message message, Line line, Workspace workspace, Instant now) {
    return AcceptHold.of(
        message,
        workspace,
        facts.isHealthy(line),
        stores.lanes().find(line.laneId()).map(lane -> lane.freeAt()),
        now);
  }

  private static CrmIds crmOf(Message message, Lead lead) {
    return message.origin().crm().or(lead.integrationIds().asCrmIds());
  }
}
