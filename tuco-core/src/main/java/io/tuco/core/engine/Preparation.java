package io.tuco.core.engine;

import io.tuco.core.dispatch.AttachmentShelf;
import io.tuco.core.dispatch.DispatchFacts;
import io.tuco.core.dispatch.DispatchRules;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.line.Places;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes the message at the head ready for its send: gathers the facts, and moves, ends or sets
 * aside what cannot leave from here.
 */
final class Preparation {

  /** How long ago a lead may have been read ahead. */
  private static final Duration LEAD_AGE = Duration.ofSeconds(2);

  /** What a send begins with. */
  record Ready(DispatchFacts facts, List<PartFile> files, Optional<Places> places) {}

  private final Stores stores;
  private final RecentFacts facts;
  private final Senders senders;
  private final WaitingMessages waiting;
  private final AttachmentShelf attachments;
  private final AvailabilityMemory availability;
  private final DispatchSettings settings;
  private final LongSupplier nanos;

  Preparation(
      Stores stores,
      RecentFacts facts,
      Senders senders,
      WaitingMessages waiting,
      AttachmentShelf attachments,
      AvailabilityMemory availability,
      DispatchSettings settings,
      LongSupplier nanos) {
    this.stores = stores;
    this.facts = facts;
    this.senders = senders;
    this.waiting = waiting;
    this.attachments = attachments;
    this.availability = availability;
    this.settings = settings;
    this.nanos = nanos;
  }

  /** Empty when the message was moved, ended or set aside instead. */
  Optional<Ready> prepare(LaneDesk desk, Lane lane, HeadSearch.Found found, Instant now) {
    var message = found.head().message();
    if (isExpired(message, now)) {
      return ended(found, Reasons.EXPIRED, now);
    }
    var line = message.origin().lineId().flatMap(facts::line);
    var workspace = facts.workspace(message.workspaceId());
    var byWorkspace = Sender.isByWorkspace(message.type(), line);
    if (!byWorkspace && line.filter(Line::active).isEmpty()) {
      found.shelf().take(found.head());
      waiting.moveOrFail(message, now);
      return Optional.empty();
    }
    var sender = workspace.flatMap(known -> senders.of(message, line, known, now));
    if (sender.isEmpty()) {
      return ended(found, gone(byWorkspace), now);
    }
    if (!sender.get().health().isHealthy()) {
      found.shelf().take(found.head());
      if (!waiting.moveIfPossible(message, now)) {
        desk.forgetHeads();
      }
      return Optional.empty();
    }
    return withContent(desk, lane, found, line, sender.get(), workspace.get(), now);
  }

  private Optional<Ready> withContent(
      LaneDesk desk,
      Lane lane,
      HeadSearch.Found found,
      Optional<Line> line,
      Sender sender,
      Workspace workspace,
      Instant now) {
    var message = found.head().message();
    var facts = facts(message, leadOf(found), line, sender, workspace, now);
    if (message.content().attachments().isEmpty() || message.type() == MessageType.SMS) {
      return DispatchRules.textOf(message, facts).isBlank() && nothingElse(message)
          ? ended(found, "Nothing left to say after placeholders", now)
          : Optional.of(ready(lane, found, facts, List.of(), now));
    }
    var readiness = attachments.readiness(message, () -> waiting.wake(desk.laneId()));
    if (readiness instanceof AttachmentShelf.Readiness.Unfetchable failed) {
      return ended(found, "Attachment could not be fetched: " + failed.cause(), now);
    }
    if (readiness instanceof AttachmentShelf.Readiness.Ready have) {
      return Optional.of(ready(lane, found, facts, have.files(), now));
    }
    desk.aside().add(message.id());
    return Optional.empty();
  }

  private static boolean nothingElse(Message message) {
    return message.content().attachments().isEmpty();
  }

  private Ready ready(
      Lane lane, HeadSearch.Found found, DispatchFacts facts, List<PartFile> files, Instant now) {
    var places =
        facts
            .line()
            .filter(line -> !isResumed(found.head().message(), line))
            .filter(line -> !found.head().message().isAutomatic())
            .filter(line -> !Sender.isByWorkspace(found.head().message().type(), facts.line()))
            .map(line -> places(lane, line, found, facts, now));
    return new Ready(facts, files, places);
  }

  private Places places(
      Lane lane, Line line, HeadSearch.Found found, DispatchFacts facts, Instant now) {
    var day = facts.workspace().capDays().dayOf(now);
    var hour = CapDays.hourOf(now);
    var left = settings.lookUpsPerDay() - lane.usageOf(line.id()).at(day, hour).lookUps();
    return new Places(
        line.id(),
        day,
        hour,
        found.head().firstTouch(),
        Math.max(0, Math.min(left, wanted(found.head().message(), facts))));
  }

  /**
   * What has left in part holds its places already: with its files a text is one send. On a line
   * that it was moved to since, it holds none.
   */
  private static boolean isResumed(Message message, Line line) {
    return message.hasLeftInPart() && Touches.hasTouched(message, line.id());
  }

  private static int wanted(Message message, DispatchFacts facts) {
    return facts.lookUps().device().isEmpty()
        ? 0
        : (int)
            DispatchRules.candidates(message, facts).stream()
                .filter(address -> !facts.lookUps().known().containsKey(address))
                .count();
  }

  private DispatchFacts facts(
      Message message,
      Optional<Lead> lead,
      Optional<Line> line,
      Sender sender,
      Workspace workspace,
      Instant now) {
    var plain =
        new DispatchFacts(
            workspace, line, sender, lead, false, DispatchFacts.LookUps.impossible(), now);
    var candidates = DispatchRules.candidates(message, plain);
    return new DispatchFacts(
        workspace,
        line,
        sender,
        lead,
        !message.origin().linePinned() && waiting.canMove(message),
        new DispatchFacts.LookUps(
            senders.lookUpDevice(sender, workspace.id()),
            sender.kind() == Sender.Kind.DEVICE
                ? availability.known(workspace.id(), candidates, now)
                : Map.of()),
        now);
  }

  /** A lead that was read ahead too long ago is read again: its names are filled in now. */
  private Optional<Lead> leadOf(HeadSearch.Found found) {
    var message = found.head().message();
    var age = nanos.getAsLong() - found.shelf().readAtNanos();
    return age < LEAD_AGE.toNanos()
        ? found.head().lead()
        : message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
  }

  private Optional<Ready> ended(HeadSearch.Found found, String error, Instant now) {
    found.shelf().take(found.head());
    waiting.fail(found.head().message(), error, now);
    return Optional.empty();
  }

  private boolean isExpired(Message message, Instant now) {
    return settings.maxAge().filter(life -> message.bornAt().plus(life).isBefore(now)).isPresent();
  }

  private static String gone(boolean byWorkspace) {
    return byWorkspace ? "SMS is not configured any more" : Reasons.LINE_GONE;
  }
}
