package io.tuco.core.store.memory;

import io.tuco.core.store.NodeStore;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryNodeStore implements NodeStore {

  private final Map<String, Beat> beats = new ConcurrentHashMap<>();
  private final Map<String, Duty> duties = new ConcurrentHashMap<>();

  private record Duty(String nodeId, Instant until) {}

  @Override
  public void beat(String nodeId, Instant until) {
    beats.merge(
        nodeId, new Beat(1, until), (before, first) -> new Beat(before.number() + 1, until));
  }

  @Override
  public Map<String, Beat> beats() {
    return Map.copyOf(beats);
  }

  @Override
  public boolean takeDuty(String duty, String nodeId, Instant now, Instant until) {
    var held =
        duties.merge(
            duty,
            new Duty(nodeId, until),
            (before, after) ->
                before.nodeId().equals(nodeId) || !now.isBefore(before.until()) ? after : before);
    return held.nodeId().equals(nodeId);
  }

  @Override
  public void leaveDuty(String duty, String nodeId) {
    duties.computeIfPresent(duty, (name, held) -> held.nodeId().equals(nodeId) ? null : held);
  }

  @Override
  public void retire(String nodeId) {
    beats.remove(nodeId);
  }

  @Override
  public void retireAll() {
    beats.clear();
    duties.clear();
  }
}
