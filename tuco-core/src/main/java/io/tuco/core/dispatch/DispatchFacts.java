package io.tuco.core.dispatch;

import io.tuco.core.lead.Lead;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** What is true around a message at the moment it might be sent. */
public record DispatchFacts(
    Workspace workspace, Line line, Device device, Optional<Lead> lead, Instant now) {

  public DispatchFacts at(Instant later) {
    return new DispatchFacts(workspace, line, device, lead, later);
  }
}
