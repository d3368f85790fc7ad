package io.tuco.core.dispatch;

import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * What is true around a message at the moment it might be sent.
 *
 * @param line the line it leaves from; empty once it is gone, or where the workspace's own account
 *     sends
 */
public record DispatchFacts(
    Workspace workspace, Optional<Line> line, Sender sender, Optional<Lead> lead, Instant now) {

  public DispatchFacts at(Instant later) {
    return new DispatchFacts(workspace, line, sender, lead, later);
  }

  /** What {@code line_name} stands for in a text. */
  String lineName() {
    return line.map(Line::displayName).orElse("");
  }
}
