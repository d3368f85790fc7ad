package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchFacts;
import io.tuco.core.dispatch.DispatchRules;
import io.tuco.core.dispatch.DispatchStep;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.LinePicker;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Prepares a due message for its send: gathers the facts, asks the gates, and moves, defers or ends
 * what cannot leave from here.
 */
public final class WaitingMessages {

  private static final int STEP = 100;

  private final Stores stores;
  private final StatusNews news;
  private final Consumer<String> wake;

  /**
   * @param wake told the lane that a message was moved to
   */
  public WaitingMessages(
      Stores stores, MessageEvents events, EventRenderer renderer, Consumer<String> wake) {
    this.stores = stores;
    this.news = new StatusNews(events, renderer);
    this.wake = wake;
  }

  /** The facts to send it by, now; empty when it was moved, deferred or ended instead. */
  Optional<DispatchFacts> prepare(Message message, String laneId, Instant now) {
    var line = message.origin().lineId().flatMap(id -> stores.lines().find(id));
    if (line.filter(Line::active).isEmpty()) {
      moveOrFail(message, now);
      return Optional.empty();
    }
    var facts = line.flatMap(known -> factsOn(known, message, now));
    if (facts.filter(known -> known.sender().health().isHealthy()).isEmpty()) {
      moveIfPossible(message, now);
      return Optional.empty();
    }
    return open(message, laneId, facts.get());
  }

  /**
   * What a send in flight is settled by: the lane's own device. Its line may have been deleted
   * meanwhile, and must not hold up the device's other lines for ever.
   */
  Optional<DispatchFacts> factsToSettle(Message message, String laneId, Instant now) {
    return deviceOf(laneId).flatMap(device -> facts(message, Optional.empty(), device, now));
  }

  Duration gapOf(String laneId) {
    return deviceOf(laneId).map(Device::gap).orElse(Duration.ZERO);
  }

  private Optional<DispatchFacts> factsOn(Line line, Message message, Instant now) {
    return line.deviceId()
        .flatMap(id -> stores.devices().find(id))
        .flatMap(device -> facts(message, Optional.of(line), device, now));
  }

  private Optional<DispatchFacts> facts(
      Message message, Optional<Line> line, Device device, Instant now) {
    var lead =
        message.origin().leadId().flatMap(id -> stores.leads().find(message.workspaceId(), id));
    return stores
        .workspaces()
        .find(message.workspaceId())
        .map(
            workspace ->
                new DispatchFacts(workspace, line, new Sender.OverDevice(device), lead, now));
  }

  private Optional<Device> deviceOf(String laneId) {
    return stores.devices().all().stream()
        .filter(device -> device.laneId().equals(laneId))
        .findFirst();
  }

  /** Moves what waits for a line that is gone to other lines; what was pinned to it fails. */
  public void leaveLine(String lineId, Instant now) {
    var left = stores.messages().waitingFor(lineId, STEP);
    while (!left.isEmpty()) {
      left.forEach(message -> moveOrFail(message, now));
      left = stores.messages().waitingFor(lineId, STEP);
    }
  }

  private Optional<DispatchFacts> open(Message message, String laneId, DispatchFacts facts) {
    var step = DispatchRules.decide(message, facts);
    if (step instanceof DispatchStep.Wait wait) {
      var held = message.progress().waitingUntil(Optional.of(wait.until()), wait.reason());
      stores.messages().updateWaiting(message.withProgress(held, facts.now()), laneId);
      return Optional.empty();
    }
    var nothingToSay = nothingToSay(message, facts);
    nothingToSay.ifPresent(error -> end(message.failed(error, facts.now()), facts.now()));
    return nothingToSay.isPresent() ? Optional.empty() : Optional.of(facts);
  }

  private static Optional<String> nothingToSay(Message message, DispatchFacts facts) {
    if (!message.content().attachments().isEmpty()) {
      return Optional.of("Attachment could not be fetched: attachments are not supported yet");
    }
    return DispatchRules.textOf(message, facts).isBlank()
        ? Optional.of("Nothing left to say after placeholders")
        : Optional.empty();
  }

  private void moveOrFail(Message message, Instant now) {
    if (!moveIfPossible(message, now) && !isWaitable(message)) {
      end(message.failed(Reasons.LINE_GONE, now), now);
    }
  }

  /** An unpinned message may wait for another line, as long as the workspace has an active one. */
  private boolean isWaitable(Message message) {
    return !message.origin().linePinned() && moveTo(message, activeLines(message));
  }

  private boolean moveIfPossible(Message message, Instant now) {
    return !message.origin().linePinned() && moveTo(message, healthyLines(message));
  }

  private boolean moveTo(Message message, List<Line> lines) {
    var turn = lines.size() > 1 ? nextTurn(message) : 0;
    var target = LinePicker.pick(lines, turn);
    target.ifPresent(
        line -> {
          var moved = message.movedToLine(line.id(), message.timeline().updatedAt());
          if (stores.messages().updateWaiting(moved, line.laneId())) {
            wake.accept(line.laneId());
          }
        });
    return target.isPresent();
  }

  private long nextTurn(Message message) {
    return stores.lines().nextTurn(message.workspaceId(), message.type().wire());
  }

  private List<Line> healthyLines(Message message) {
    return activeLines(message).stream()
        .filter(
            line ->
                line.deviceId()
                    .flatMap(id -> stores.devices().find(id))
                    .map(device -> device.health().isHealthy())
                    .orElse(false))
        .collect(Collectors.toList());
  }

  private List<Line> activeLines(Message message) {
    var current = message.origin().lineId();
    return stores.lines().ofWorkspace(message.workspaceId()).stream()
        .filter(line -> line.active() && line.channel() == message.type() && !line.sandbox())
        .filter(line -> !Optional.of(line.id()).equals(current))
        .collect(Collectors.toList());
  }

  private void end(Message ended, Instant now) {
    var lead = ended.origin().leadId().flatMap(id -> stores.leads().find(ended.workspaceId(), id));
    var told = news.of(ended, lead, now);
    stores.messages().endWaiting(told.message(), told.events());
  }
}
