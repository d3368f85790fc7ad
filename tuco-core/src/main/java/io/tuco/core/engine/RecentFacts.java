package io.tuco.core.engine;

import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Workspaces, lines and devices as they were a moment ago. A line that is paused or a device that
 * goes down on another node is noticed within two seconds: this {@link #AGE}, and the one that the
 * stores' own answers may have ({@link RememberedStores#AGE}); whoever changes one here forgets it
 * at once.
 */
public final class RecentFacts {

  public static final Duration AGE = Duration.ofSeconds(1);

  private final Recent<Optional<Workspace>> workspaces;
  private final Recent<Optional<Line>> lines;
  private final Recent<List<Line>> linesOfWorkspace;
  private final Recent<Optional<Device>> devices;

  public RecentFacts(Stores stores, Duration age, LongSupplier nanos) {
    this.workspaces = new Recent<>(id -> stores.workspaces().find(id), age, nanos);
    this.lines = new Recent<>(id -> stores.lines().find(id), age, nanos);
    this.linesOfWorkspace = new Recent<>(id -> stores.lines().ofWorkspace(id), age, nanos);
    this.devices = new Recent<>(id -> stores.devices().find(id), age, nanos);
  }

  Optional<Workspace> workspace(String id) {
    return workspaces.of(id);
  }

  Optional<Line> line(String id) {
    return lines.of(id);
  }

  List<Line> linesOf(String workspaceId) {
    return linesOfWorkspace.of(workspaceId);
  }

  Optional<Device> device(String id) {
    return devices.of(id);
  }

  void forgetDevice(String id) {
    devices.forget(id);
  }

  void forgetWorkspace(String id) {
    workspaces.forget(id);
  }

  void forgetLine(Line line) {
    lines.forget(line.id());
    linesOfWorkspace.forget(line.workspaceId());
  }
}
