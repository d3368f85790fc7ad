package io.tuco.core.engine;

import io.tuco.core.dispatch.Sender;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a message leaves through, and in which lane it waits for that: its line's device or account,
 * or the workspace's own account where a text has no SMS line.
 */
final class Senders {

  private static final String DEVICE_LANE = "device:";
  private static final String LINE_LANE = "line:";
  private static final String WORKSPACE_LANE = "sms:";

  private final RecentFacts facts;
  private final AtomicLong lookUpTurn = new AtomicLong();

  Senders(RecentFacts facts) {
    this.facts = facts;
  }

  static String laneOf(MessageType type, String workspaceId, Optional<Line> line) {
    return knownLaneOf(type, workspaceId, line).orElseThrow();
  }

  /** Empty when nothing but a line could send it, and that is gone. */
  static Optional<String> knownLaneOf(MessageType type, String workspaceId, Optional<Line> line) {
    return Sender.isByWorkspace(type, line)
        ? Optional.of(WORKSPACE_LANE + workspaceId)
        : line.map(Line::laneId);
  }

  /** Empty when the line, its device or the workspace's account is gone. */
  Optional<Sender> of(Message message, Optional<Line> line, Workspace workspace, Instant now) {
    return Sender.isByWorkspace(message.type(), line)
        ? ofWorkspace(workspace, now)
        : line.flatMap(this::ofLine);
  }

  Optional<Sender> ofLine(Line line) {
    if (line.carrier() instanceof Carrier.OnDevice on) {
      return facts.device(on.deviceId()).map(Sender.OverDevice::new);
    }
    return line.carrier() instanceof Carrier.BySms sms
        ? Optional.of(new Sender.OverSms(sms.account(), sms.health()))
        : Optional.of(mail((Carrier.ByMail) line.carrier()));
  }

  /** The sender of a send in flight, by its lane alone: its line may be gone. */
  Optional<Sender> ofLane(String laneId, Workspace workspace, Instant now) {
    if (laneId.startsWith(DEVICE_LANE)) {
      return facts.device(laneId.substring(DEVICE_LANE.length())).map(Sender.OverDevice::new);
    }
    return laneId.startsWith(LINE_LANE)
        ? facts.line(laneId.substring(LINE_LANE.length())).flatMap(this::ofLine)
        : ofWorkspace(workspace, now);
  }

  /**
   * A workspace's own account may be set again, a line or device that was removed does not return.
   */
  boolean isGoneForGood(String laneId) {
    return laneId.startsWith(DEVICE_LANE)
        ? facts.device(laneId.substring(DEVICE_LANE.length())).isEmpty()
        : laneId.startsWith(LINE_LANE)
            && facts.line(laneId.substring(LINE_LANE.length())).isEmpty();
  }

  boolean isHealthy(Line line) {
    return ofLine(line).map(Sender::health).filter(SenderHealth::isHealthy).isPresent();
  }

  /** Active lines of the channel that a client's messages may leave from. */
  List<Line> usable(String workspaceId, MessageType type) {
    return facts.linesOf(workspaceId).stream()
        .filter(line -> line.active() && line.channel() == type && !line.sandbox())
        .toList();
  }

  /**
   * Who can tell whether an address has iMessage: the sending device, or else one of the
   * workspace's in turn.
   */
  Optional<Device> lookUpDevice(Sender sender, String workspaceId) {
    if (!(sender instanceof Sender.OverDevice own)) {
      return Optional.empty();
    }
    return canLookUp(own.device()) ? Optional.of(own.device()) : another(workspaceId);
  }

  /** The device, if it can look up now. */
  Optional<Device> capable(String deviceId) {
    return facts.device(deviceId).filter(Senders::canLookUp);
  }

  private Optional<Device> another(String workspaceId) {
    var capable =
        facts.linesOf(workspaceId).stream()
            .filter(Line::active)
            .map(Line::deviceId)
            .flatMap(Optional::stream)
            .distinct()
            .map(facts::device)
            .flatMap(Optional::stream)
            .filter(Senders::canLookUp)
            .sorted(Comparator.comparing(Device::id))
            .toList();
    return capable.isEmpty() ? Optional.empty() : Optional.of(capable.get(turn(capable)));
  }

  private int turn(Collection<Device> devices) {
    return (int) Math.floorMod(lookUpTurn.getAndIncrement(), (long) devices.size());
  }

  private static boolean canLookUp(Device device) {
    return device.health().isHealthy() && device.health().privateApi();
  }

  /** The workspace's own account; it was proved when it was configured. */
  static Optional<Sender> ofWorkspace(Workspace workspace, Instant now) {
    var configured = workspace.smsFallback();
    return configured
        .account()
        .map(account -> new Sender.OverSms(account, healthOf(configured.stop(), now)));
  }

  private static SenderHealth healthOf(Optional<AccountStop> stop, Instant now) {
    return stop.filter(why -> !why.isOver(now))
        .map(why -> SenderHealth.unknown().down(why.reason(), why.since()))
        .orElseGet(() -> SenderHealth.healthy(false, Instant.EPOCH));
  }

  private static Sender mail(Carrier.ByMail mail) {
    return new Sender.OverMail(mail.account(), mail.health());
  }
}
