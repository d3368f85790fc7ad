package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.LineStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryLineStore implements LineStore {

  /** What a workspace counts its turns by. */
  private record Wheel(String workspaceId, String channel) {}

  private record Outages(long count, String latest) {
    Outages with(String outageId) {
      return latest.equals(outageId) ? this : new Outages(count + 1, outageId);
    }
  }

  private final Map<Wheel, Outages> outages = new HashMap<>();
  private final Table<Line> table = new Table<>(Line::id, Line::createdAt);
  private final Map<Wheel, Long> turns = new HashMap<>();

  @Override
  public synchronized boolean insert(Line line) {
    var free = isFree(line);
    if (free) {
      table.put(line);
    }
    return free;
  }

  @Override
  public Optional<Line> find(String workspaceId, String lineId) {
    return table.find(lineId).filter(line -> line.workspaceId().equals(workspaceId));
  }

  @Override
  public Optional<Line> find(String lineId) {
    return table.find(lineId);
  }

  @Override
  public synchronized boolean update(Line line) {
    return isFree(line) && table.change(line.id(), stored -> line).isPresent();
  }

  @Override
  public synchronized Optional<Line> change(
      String workspaceId, String lineId, UnaryOperator<Line> change) {
    return find(workspaceId, lineId)
        .map(change)
        .filter(this::isFree)
        .flatMap(changed -> table.change(lineId, stored -> changed));
  }

  @Override
  public synchronized boolean updateHealth(String lineId, SenderHealth health) {
    return table.find(lineId).flatMap(Line::accountHealth).isPresent()
        && table.change(lineId, stored -> stored.withAccountHealth(health)).isPresent();
  }

  @Override
  public List<Line> withAccounts() {
    return table.oldestFirst(line -> line.accountHealth().isPresent());
  }

  @Override
  public List<Line> withAccount(String accountSid) {
    return table.oldestFirst(
        line ->
            line.carrier() instanceof Carrier.BySms sms
                && sms.account().accountSid().equals(accountSid));
  }

  @Override
  public synchronized boolean delete(String lineId) {
    return table.delete(lineId);
  }

  @Override
  public List<Line> ofWorkspace(String workspaceId) {
    return table.oldestFirst(line -> line.workspaceId().equals(workspaceId));
  }

  @Override
  public List<Line> ofDevice(String deviceId) {
    return table.oldestFirst(line -> line.deviceId().filter(deviceId::equals).isPresent());
  }

  @Override
  public synchronized long nextTurn(String workspaceId, String channel) {
    return turns.merge(new Wheel(workspaceId, channel), 1L, Long::sum);
  }

  @Override
  public synchronized long lastTurn(String workspaceId, String channel) {
    return turns.getOrDefault(new Wheel(workspaceId, channel), 0L);
  }

  @Override
  public synchronized long noteOutage(String workspaceId, String lineId, String outageId) {
    return outages
        .compute(
            new Wheel(workspaceId, lineId),
            (same, last) -> last == null ? new Outages(1, outageId) : last.with(outageId))
        .count();
  }

  @Override
  public synchronized Optional<String> latestOutage(String workspaceId, String lineId) {
    return Optional.ofNullable(outages.get(new Wheel(workspaceId, lineId))).map(Outages::latest);
  }

  private boolean isFree(Line line) {
    var wanted = addresses(line);
    return table
        .oldestFirst(other -> other.channel() == line.channel() && !other.id().equals(line.id()))
        .stream()
        .allMatch(other -> Collections.disjoint(addresses(other), wanted));
  }

  private static Set<Address> addresses(Line line) {
    return Stream.concat(line.phone().stream(), line.email().stream()).collect(Collectors.toSet());
  }
}
