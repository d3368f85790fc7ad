package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchFacts;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderFault;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps what is known of the health of devices and of lines' own accounts up to date: probes bring
 * them back, answers to sends take them out.
 */
public final class SenderWatch {

  private final Stores stores;
  private final RecentFacts facts;
  private final LaneDesks desks;
  private final OutageNews outages;
  private final Consumer<String> wake;

  /**
   * @param wake told the lane of a sender that somebody has changed
   */
  SenderWatch(
      Stores stores,
      RecentFacts facts,
      LaneDesks desks,
      OutageNews outages,
      Consumer<String> wake) {
    this.stores = stores;
    this.facts = facts;
    this.desks = desks;
    this.outages = outages;
    this.wake = wake;
  }

  /** Somebody has changed the line: what it holds is judged anew, on this node at once. */
  public void changed(Line line, Instant now) {
    facts.forgetLine(line);
    lookAt(line.laneId(), now);
  }

  /** The same for a workspace and the lane of its own account. */
  public void changed(Workspace workspace, Instant now) {
    facts.forgetWorkspace(workspace.id());
    lookAt(Senders.laneOf(MessageType.SMS, workspace.id(), Optional.empty()), now);
  }

  private void lookAt(String laneId, Instant now) {
    desks.expectMore(laneId, now);
    wake.accept(laneId);
  }

  public List<Device> devices() {
    return stores.devices().all();
  }

  /** Lines with an account of their own. */
  public List<Line> accounts() {
    return stores.lines().withAccounts();
  }

  /** Stores a probe's finding; true when the device has just become healthy. */
  public boolean note(Device device, SenderHealth found) {
    outages.tell(device, found);
    stores.devices().updateHealth(device.id(), found);
    facts.forgetDevice(device.id());
    return found.isHealthy() && !device.health().isHealthy();
  }

  /** The same for a line's own account. */
  public boolean note(Line line, SenderHealth found) {
    var before = line.accountHealth().orElseGet(SenderHealth::unknown);
    outages.tell(line, before, found);
    stores.lines().updateHealth(line.id(), found);
    facts.forgetLine(line);
    return found.isHealthy() && !before.isHealthy();
  }

  /** An answer to a send showed that the sender cannot serve anybody. */
  void markDown(DispatchFacts known, SenderFault fault, Instant now) {
    if (known.sender() instanceof Sender.OverDevice over) {
      var down = over.device().health().faulty(fault, now);
      outages.tell(over.device(), down);
      stores.devices().updateHealth(over.device().id(), down);
      facts.forgetDevice(over.device().id());
    } else if (isByWorkspace(known, now)) {
      stop(known.workspace(), fault, now);
    } else {
      known.line().ifPresent(line -> stop(line, known.sender().health(), fault, now));
    }
  }

  /**
   * So many sends failed in a row that the sender may be the reason. A probe finds out; a
   * workspace's own account is probed by nobody, and only a definite answer takes it out.
   */
  void suspect(DispatchFacts known, String why, Instant now) {
    if (!isByWorkspace(known, now)) {
      markDown(known, SenderFault.untilProbed(why), now);
    }
  }

  /** A carrier said so of a message that had left; it says nothing of what was changed since. */
  public void reported(Message sent, SenderFault fault, Instant now) {
    var line = sent.origin().lineId().flatMap(facts::line);
    if (Sender.isByWorkspace(sent.type(), line)) {
      facts
          .workspace(sent.workspaceId())
          .filter(workspace -> isOlder(workspace.smsFallback().updatedAt(), sent))
          .ifPresent(workspace -> stop(workspace, fault, now));
    } else {
      line.filter(known -> isOlder(Optional.of(known.updatedAt()), sent))
          .ifPresent(
              known -> known.accountHealth().ifPresent(health -> stop(known, health, fault, now)));
    }
  }

  private static boolean isOlder(Optional<Instant> changed, Message sent) {
    return sent.timeline()
        .sentAt()
        .filter(left -> changed.filter(left::isBefore).isEmpty())
        .isPresent();
  }

  private static boolean isByWorkspace(DispatchFacts known, Instant now) {
    return known.line().flatMap(Line::accountHealth).isEmpty()
        && Senders.ofWorkspace(known.workspace(), now).filter(known.sender()::equals).isPresent();
  }

  private void stop(Line line, SenderHealth health, SenderFault fault, Instant now) {
    var down = health.faulty(fault, now);
    outages.tell(line, health, down);
    stores.lines().updateHealth(line.id(), down);
    facts.forgetLine(line);
  }

  /** Nobody probes a workspace's account: without a day's end it waits for a change. */
  private void stop(Workspace workspace, SenderFault fault, Instant now) {
    stores
        .workspaces()
        .stopFallback(
            workspace.id(),
            workspace.smsFallback(),
            new AccountStop(fault.reason(), now, fault.endsAt(now)));
    facts.forgetWorkspace(workspace.id());
  }
}
