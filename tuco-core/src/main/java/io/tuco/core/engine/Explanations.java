package io.tuco.core.engine;

import io.tuco.core.dispatch.Gate;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.dispatch.HoldSentences;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells which rule holds a message, since when and until when at the earliest: by asking the gates
 * that hold it, now (time rules, section 5).
 */
public final class Explanations {

  private final Stores stores;
  private final RecentFacts facts;
  private final Senders senders;
  private final Recent<Optional<Lane>> lanes;
  private final Clock clock;
  private final LongSupplier nanos;

  public Explanations(Stores stores, Clock clock, LongSupplier nanos) {
    this(stores, Duration.ZERO, clock, nanos);
  }

  private Explanations(Stores stores, Duration age, Clock clock, LongSupplier nanos) {
    this.stores = stores;
    this.facts = new RecentFacts(stores, age, nanos);
    this.senders = new Senders(facts);
    this.lanes = new Recent<>(id -> stores.lanes().find(id), age, nanos);
    this.clock = clock;
    this.nanos = nanos;
  }

  /**
   * The same for many at once, by message: each line, device and lane is read once. Those that
   * nothing holds are left out.
   */
  public Map<String, Hold> ofAll(Collection<Message> messages) {
    var once = new Explanations(stores, RecentFacts.AGE, clock, nanos);
    var holds = new HashMap<String, Hold>();
    messages.forEach(message -> once.of(message).ifPresent(hold -> holds.put(message.id(), hold)));
    return holds;
  }

  /** Empty for a message that neither waits nor is of unknown outcome. */
  public Optional<Hold> of(Message message) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (message.isUnknown()) {
      return Optional.of(unknown(message, now));
    }
    return message.status().isWaiting()
        ? facts.workspace(message.workspaceId()).map(known -> waiting(message, known, now))
        : Optional.empty();
  }

  private Hold waiting(Message message, Workspace workspace, Instant now) {
    var line = message.origin().lineId().flatMap(facts::line);
    return Gate.ofMessage(message, workspace, now)
        .map(hold -> isByCap(message, hold) ? ofCap(message, line, workspace, hold, now) : hold)
        .or(() -> retry(message, now))
        .or(() -> ofLine(message, line, workspace, now))
        .map(hold -> since(message, hold))
        .orElseGet(() -> queue(message));
  }

  /** Whether the date is none that anybody asked for: a used-up day gave it (contract, 2.3). */
  private static boolean isByCap(Message message, Hold hold) {
    return hold.by() == HeldBy.SCHEDULED_DATE
        && message.progress().reason().filter(Reasons.DAILY_LIMIT::equals).isPresent();
  }

  /** The cap until its day turns, and the date to its end. */
  private Hold ofCap(
      Message message, Optional<Line> line, Workspace workspace, Hold date, Instant now) {
    var cap = ofLine(message, line, workspace, now).filter(Hold::isDailyCap);
    return new Hold(
        cap.map(Hold::by).orElse(date.by()),
        Reasons.DAILY_LIMIT,
        date.since(),
        date.until(),
        cap.map(hold -> hold.detail() + " Then: " + date.detail()).orElse(date.detail()));
  }

  private Optional<Hold> ofLine(
      Message message, Optional<Line> line, Workspace workspace, Instant now) {
    if (Sender.isByWorkspace(message.type(), line)) {
      return Senders.ofWorkspace(workspace, now)
          .flatMap(sender -> Gate.health(sender.health(), now))
          .map(hold -> HoldSentences.then(hold, message, workspace));
    }
    return line.flatMap(
        known ->
            senders
                .ofLine(known)
                .flatMap(sender -> ofLine(message, known, sender, workspace, now)));
  }

  private Optional<Hold> ofLine(
      Message message, Line line, Sender sender, Workspace workspace, Instant now) {
    var lane = lanes.of(line.laneId()).orElseGet(() -> Lane.unused(line.laneId()));
    var first = message.progress().contact().firstTouch();
    var held =
        message.isAutomatic()
            ? Gate.health(sender.health(), now)
            : Gate.ofLine(
                line, sender.health(), lane.usageOf(line.id()), workspace.capDays(), first, now);
    return held.map(hold -> HoldSentences.then(hold, message, workspace))
        .or(() -> Gate.ofLane(lane.freeAt(), sender.gap(), now));
  }

  private static Optional<Hold> retry(Message message, Instant now) {
    return message
        .progress()
        .nextAttemptAt()
        .filter(now::isBefore)
        .filter(due -> message.progress().send().isPresent())
        .map(
            due ->
                new Hold(
                    HeldBy.RETRY_WAIT,
                    message.progress().reason().orElse(Reasons.RETRY_SCHEDULED),
                    Optional.of(message.timeline().updatedAt()),
                    Optional.of(due),
                    HoldSentences.retry(due)));
  }

  private static Hold queue(Message message) {
    return new Hold(
        HeldBy.QUEUE,
        message.progress().reason().orElse(Reasons.QUEUED),
        Optional.of(message.dueAt()),
        Optional.empty(),
        HoldSentences.queue(message.dueAt()));
  }

  private static Hold unknown(Message message, Instant now) {
    var since = message.progress().send().flatMap(Send::unknownFrom).orElse(now);
    return new Hold(
        HeldBy.OUTCOME_UNKNOWN,
        Reasons.OUTCOME_UNKNOWN,
        Optional.of(since),
        Optional.empty(),
        HoldSentences.unknown(since));
  }

  /** No rule holds a message since before it was there. */
  private static Hold since(Message message, Hold hold) {
    var born = message.timeline().createdAt();
    return new Hold(
        hold.by(),
        hold.reason(),
        Optional.of(hold.since().filter(born::isBefore).orElse(born)),
        hold.until(),
        hold.detail());
  }
}
