package io.tuco.core.engine;

import io.tuco.core.dispatch.Gate;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.SendOrder;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import io.tuco.core.store.WaitingQueue;
import io.tuco.core.timing.SendHours;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Finds the message whose turn it is in a lane. Queues that a rule holds are left alone until it
 * lets go; of the open ones the heads are read ahead, with their leads and whether they are first
 * touches, so that a sent message costs a fraction of a read here.
 */
final class HeadSearch {

  static final int AHEAD = 16;

  private static final Duration WITHOUT_AN_END = Duration.ofSeconds(20);

  /** Where the search ended: a message of a line, or the instant to search again. */
  record Found(QueueShelf shelf, QueueHead head) {}

  record Result(Optional<Found> found, Optional<Instant> lookAgainAt) {}

  private final Stores stores;
  private final RecentFacts facts;
  private final Senders senders;
  private final LongSupplier nanos;

  HeadSearch(Stores stores, RecentFacts facts, Senders senders, LongSupplier nanos) {
    this.stores = stores;
    this.facts = facts;
    this.senders = senders;
    this.nanos = nanos;
  }

  Result search(LaneDesk desk, Lane lane, Instant now) {
    desk.discover(
        after ->
            stores.messages().nextQueue(desk.laneId(), after).map(WaitingQueue::key).orElse(""));
    Optional<Found> best = Optional.empty();
    Optional<Instant> next = Optional.empty();
    for (var shelf : desk.shelves()) {
      readOnce(shelf);
      if (shelf.isEmpty()) {
        desk.drop(shelf);
        continue;
      }
      var hold = shelf.sample().flatMap(message -> holdOf(message, isFirst(message), lane, now));
      if (hold.isPresent() && sortOut(desk, shelf, hold.get())) {
        return search(desk, lane, now);
      }
      var head = hold.isEmpty() ? headOf(desk, shelf) : followUpIn(desk, shelf, lane, now);
      if (hold.isPresent() && head.isEmpty()) {
        next =
            earlier(
                next, hold.flatMap(Hold::until).or(() -> Optional.of(now.plus(WITHOUT_AN_END))));
      }
      if (head.isEmpty()) {
        continue;
      }
      var due = head.get().message().dueAt();
      if (due.isAfter(now)) {
        next = earlier(next, Optional.of(due));
      } else {
        var found = new Found(shelf, head.get());
        best = best.filter(other -> !goesFirst(desk, found, other)).or(() -> Optional.of(found));
      }
    }
    return new Result(best, next);
  }

  /** Which rules hold a queue is told by its messages: one must have been seen. */
  private void readOnce(QueueShelf shelf) {
    if (shelf.sample().isEmpty()) {
      shelf.fill(read(shelf), AHEAD, nanos.getAsLong());
    }
  }

  /**
   * The line may meet nobody new for a while: whoever it met since, and has more to be told, goes
   * on among the acquaintances. One write for each time that a cap closes.
   */
  private boolean sortOut(LaneDesk desk, QueueShelf shelf, Hold hold) {
    var line = shelf.sample().flatMap(message -> message.origin().lineId());
    if (hold.by() != HeldBy.DAILY_NEW_LIMIT && hold.by() != HeldBy.HOURLY_FIRST_TOUCH_LIMIT
        || line.isEmpty()) {
      return false;
    }
    var met = desk.takeAcquaintances(line.get());
    var moved = !met.isEmpty() && stores.messages().becomeKnown(line.get(), met);
    if (moved) {
      desk.forgetHeads();
    }
    return moved;
  }

  /**
   * Among strangers who must wait, somebody whom the line has met since they were read: what else
   * is to be told them is a follow-up.
   */
  private Optional<QueueHead> followUpIn(LaneDesk desk, QueueShelf shelf, Lane lane, Instant now) {
    return shelf
        .firstKnown(desk.aside())
        .filter(head -> !head.message().dueAt().isAfter(now))
        .filter(head -> holdOf(head.message(), false, lane, now).isEmpty());
  }

  private static boolean isFirst(Message message) {
    return message.progress().contact().firstTouch();
  }

  /** What of line and window holds the whole queue. */
  private Optional<Hold> holdOf(Message sample, boolean firstTouch, Lane lane, Instant now) {
    var workspace = facts.workspace(sample.workspaceId());
    var line = sample.origin().lineId().flatMap(facts::line).filter(Line::active);
    var byWorkspace = Sender.isByWorkspace(sample.type(), line);
    if (workspace.isEmpty() || line.isEmpty() && !byWorkspace) {
      // Whoever takes the head finds out what is to become of it.
      return Optional.empty();
    }
    var window =
        SendHours.of(sample.window(), workspace.get().zone())
            .flatMap(hours -> Gate.window(hours, now));
    if (window.isPresent()) {
      return window;
    }
    return byWorkspace
        ? healthOf(workspace.get(), sample, now)
        : ofLine(line.get(), workspace.get(), sample, firstTouch, lane, now);
  }

  /** An account that is gone holds nothing: whoever takes the head ends it. */
  private Optional<Hold> healthOf(Workspace workspace, Message sample, Instant now) {
    return Senders.ofWorkspace(workspace, now)
        .filter(sender -> !canMove(sample))
        .flatMap(sender -> Gate.health(sender.health(), now));
  }

  private Optional<Hold> ofLine(
      Line line, Workspace workspace, Message sample, boolean firstTouch, Lane lane, Instant now) {
    var usage = lane.usageOf(line.id());
    return senders
        .ofLine(line)
        .map(Sender::health)
        // Unpinned messages of a line that is down may move to another one.
        .filter(health -> health.isHealthy() || !canMove(sample))
        .flatMap(
            health ->
                sample.isAutomatic()
                    ? Gate.health(health, now)
                    : Gate.ofLine(line, health, usage, workspace.capDays(), firstTouch, now));
  }

  private boolean canMove(Message sample) {
    return !sample.origin().linePinned() && canTakeOver(sample);
  }

  private boolean canTakeOver(Message sample) {
    return senders.usable(sample.workspaceId(), sample.type()).stream()
        .filter(line -> !Optional.of(line.id()).equals(sample.origin().lineId()))
        .anyMatch(senders::isHealthy);
  }

  private Optional<QueueHead> headOf(LaneDesk desk, QueueShelf shelf) {
    if (shelf.wantsReading(desk.aside())) {
      shelf.fill(read(shelf), AHEAD, nanos.getAsLong());
    }
    if (shelf.isEmpty()) {
      desk.drop(shelf);
      return Optional.empty();
    }
    return shelf.first(desk.aside());
  }

  private List<QueueHead> read(QueueShelf shelf) {
    var messages = stores.messages().heads(shelf.queue(), AHEAD);
    if (messages.isEmpty()) {
      return List.of();
    }
    var leads = leadsOf(messages);
    var touched = touchedAmong(messages, leads);
    return messages.stream()
        .map(
            message ->
                new QueueHead(
                    message,
                    leadOf(message, leads),
                    message.progress().contact().firstTouch() && isNew(message, leads, touched)))
        .toList();
  }

  private Map<String, Lead> leadsOf(List<Message> messages) {
    var ids =
        messages.stream().map(each -> each.origin().leadId()).flatMap(Optional::stream).toList();
    return ids.isEmpty()
        ? Map.of()
        : stores.leads().findAll(messages.get(0).workspaceId(), ids).stream()
            .collect(Collectors.toMap(Lead::id, Function.identity()));
  }

  private static Optional<Lead> leadOf(Message message, Map<String, Lead> leads) {
    return message.origin().leadId().flatMap(id -> Optional.ofNullable(leads.get(id)));
  }

  /** Follow-ups are known as such: nobody becomes a stranger again. */
  private Set<String> touchedAmong(List<Message> messages, Map<String, Lead> leads) {
    var marks =
        messages.stream()
            .filter(message -> message.progress().contact().firstTouch())
            .flatMap(message -> marksOf(message, leads).stream())
            .distinct()
            .toList();
    return marks.isEmpty() ? Set.of() : stores.messages().touched(marks);
  }

  private static boolean isNew(Message message, Map<String, Lead> leads, Set<String> touched) {
    return marksOf(message, leads).stream().noneMatch(touched::contains);
  }

  private static Collection<String> marksOf(Message message, Map<String, Lead> leads) {
    return message
        .origin()
        .lineId()
        .map(
            line ->
                Touches.marks(
                    line,
                    message.origin().leadId(),
                    SendOrder.of(message.type(), message.recipient(), leadOf(message, leads))))
        .orElseGet(List::of);
  }

  private static boolean goesFirst(LaneDesk desk, Found one, Found other) {
    var mine = one.head().message();
    var theirs = other.head().message();
    if (mine.isAutomatic() != theirs.isAutomatic()) {
      // Somebody waits for it, and it is owed within minutes (compliance, section 1).
      return mine.isAutomatic();
    }
    if (!mine.workspaceId().equals(theirs.workspaceId())) {
      return !desk.isServedAfter(mine.workspaceId(), theirs.workspaceId());
    }
    var order = mine.dueAt().compareTo(theirs.dueAt());
    return order == 0 ? mine.id().compareTo(theirs.id()) < 0 : order < 0;
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.filter(at -> other.filter(at::isAfter).isEmpty()).or(() -> other);
  }
}
