package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.message.MessageType;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is true around a message at the moment it might be sent.
 *
 * @param line the line it leaves from; empty once it is gone, or where the workspace's own account
 *     sends
 * @param movable whether another healthy line of its channel may take the message over
 * @param lookUps who can tell whether an address has iMessage, and what is known already
 */
public record DispatchFacts(
    Workspace workspace,
    Optional<Line> line,
    Sender sender,
    Optional<Lead> lead,
    boolean movable,
    LookUps lookUps,
    Instant now) {

  /**
   * Availability, as far as it is known and can be asked.
   *
   * @param device who is asked; empty when no device of the workspace can tell
   * @param known what earlier look-ups said, still fresh
   */
  public record LookUps(Optional<Device> device, Map<Address, Boolean> known) {

    public LookUps {
      known = Map.copyOf(known);
    }

    public static LookUps impossible() {
      return new LookUps(Optional.empty(), Map.of());
    }
  }

  public DispatchFacts at(Instant later) {
    return new DispatchFacts(workspace, line, sender, lead, movable, lookUps, later);
  }

  /** What {@code line_name} stands for in a text. */
  String lineName() {
    return line.map(Line::displayName).orElse("");
  }

  /** The marks that a touch of these addresses leaves; after one of the line none is a first. */
  List<String> marks(List<Address> addresses) {
    return line.map(
            known ->
                isByWorkspace()
                    ? Touches.marksOnBehalf(known.id(), addresses)
                    : Touches.marks(known.id(), lead.map(Lead::id), addresses))
        .orElseGet(List::of);
  }

  private boolean isByWorkspace() {
    return sender.kind() == Sender.Kind.SMS && Sender.isByWorkspace(MessageType.SMS, line);
  }
}
