package io.tuco.core.engine;

import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.LineStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Lines as they were a moment ago, unless they were changed here. */
final class RememberedLines implements LineStore {

  private final LineStore lines;
  private final Recent<Optional<Line>> each;
  private final Recent<List<Line>> ofWorkspace;

  RememberedLines(LineStore lines, Duration age, LongSupplier nanos) {
    this.lines = lines;
    this.each = Recent.together(lines::findAll, Line::id, age, nanos);
    this.ofWorkspace = new Recent<>(lines::ofWorkspace, age, nanos);
  }

  @Override
  public boolean insert(Line line) {
    return changed(lines.insert(line));
  }

  @Override
  public Optional<Line> find(String workspaceId, String lineId) {
    return each.of(lineId).filter(line -> line.workspaceId().equals(workspaceId));
  }

  @Override
  public Optional<Line> find(String lineId) {
    return each.of(lineId);
  }

  @Override
  public List<Line> findAll(Collection<String> lineIds) {
    return lines.findAll(lineIds);
  }

  @Override
  public boolean update(Line line) {
    return changed(lines.update(line));
  }

  @Override
  public Optional<Line> change(String workspaceId, String lineId, UnaryOperator<Line> change) {
    var stored = lines.change(workspaceId, lineId, change);
    changed(true);
    return stored;
  }

  @Override
  public boolean updateHealth(String lineId, SenderHealth health) {
    return changed(lines.updateHealth(lineId, health));
  }

  @Override
  public boolean delete(String lineId) {
    return changed(lines.delete(lineId));
  }

  @Override
  public List<Line> ofWorkspace(String workspaceId) {
    return ofWorkspace.of(workspaceId);
  }

  @Override
  public List<Line> ofDevice(String deviceId) {
    return lines.ofDevice(deviceId);
  }

  @Override
  public List<Line> withAccounts() {
    return lines.withAccounts();
  }

  @Override
  public List<Line> withAccount(String accountSid) {
    return lines.withAccount(accountSid);
  }

  @Override
  public long nextTurn(String workspaceId, String channel) {
    return lines.nextTurn(workspaceId, channel);
  }

  @Override
  public long lastTurn(String workspaceId, String channel) {
    return lines.lastTurn(workspaceId, channel);
  }

  @Override
  public long noteOutage(String workspaceId, String lineId, String outageId) {
    return lines.noteOutage(workspaceId, lineId, outageId);
  }

  @Override
  public Optional<String> latestOutage(String workspaceId, String lineId) {
    return lines.latestOutage(workspaceId, lineId);
  }

  private boolean changed(boolean done) {
    each.forgetAll();
    ofWorkspace.forgetAll();
    return done;
  }
}
