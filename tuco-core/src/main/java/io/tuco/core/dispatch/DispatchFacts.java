package io.tuco.core.dispatch;

import io.tuco.core.lead.Lead;
import io.tuco.core.line.Device;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * What is true around a message at the moment it might be sent.
 *
 * @param lineName what {@code line_name} stands for in a text; empty once the line is gone
 */
public record DispatchFacts(
    Workspace workspace, String lineName, Device device, Optional<Lead> lead, Instant now) {

  public DispatchFacts at(Instant later) {
    return new DispatchFacts(workspace, lineName, device, lead, later);
  }
}
