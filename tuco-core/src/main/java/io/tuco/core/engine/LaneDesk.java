package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.message.Message;
import io.tuco.core.store.WaitingQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What this node remembers of a lane between two turns, so that a lane which rests or is held costs
 * the store nothing. All of it is a hint: the store's compare-and-sets decide, and forgetting it
 * costs reads. Its lock is held while one of the lane's slots is claimed or given back.
 */
final class LaneDesk {

  private final String laneId;
  private final TreeMap<String, QueueShelf> queues = new TreeMap<>();
  private final Set<String> aside = new HashSet<>();
  private final Map<String, Set<String>> acquaintances = new HashMap<>();
  private Optional<Lane> seen = Optional.empty();
  private boolean discovered;
  private String lastServed = "";

  LaneDesk(String laneId) {
    this.laneId = laneId;
  }

  String laneId() {
    return laneId;
  }

  Optional<Lane> seen() {
    return seen;
  }

  void see(Lane lane) {
    seen = Optional.of(lane);
  }

  void forgetLane() {
    seen = Optional.empty();
  }

  /** Something may have been accepted for the lane, here or on another node. */
  synchronized void expectMore(Instant now) {
    discovered = false;
    aside.clear();
    queues.values().forEach(shelf -> shelf.expectMore(now));
  }

  /** This message was accepted for the lane, here and now: what was read ahead may stand. */
  synchronized void expect(Message accepted) {
    if (!discovered) {
      return;
    }
    var queue = WaitingQueue.of(accepted, laneId);
    queues.computeIfAbsent(queue.key(), key -> new QueueShelf(queue)).expectMore(accepted.dueAt());
  }

  /** Reads which queues there are, unless nothing can have come since. */
  void discover(UnaryOperator<String> nextQueue) {
    if (discovered) {
      return;
    }
    discovered = true;
    var found = new HashSet<String>();
    var next = nextQueue.apply("");
    while (!next.isEmpty()) {
      found.add(next);
      queues.computeIfAbsent(next, key -> new QueueShelf(new WaitingQueue(key)));
      next = nextQueue.apply(next);
    }
    queues.keySet().retainAll(found);
  }

  Collection<QueueShelf> shelves() {
    return List.copyOf(queues.values());
  }

  void drop(QueueShelf shelf) {
    queues.remove(shelf.queue().key());
  }

  synchronized void forgetHeads() {
    discovered = false;
    queues.values().forEach(QueueShelf::forgetHeads);
  }

  /** Messages that cannot leave yet for a reason of their own, such as a file on its way. */
  Set<String> aside() {
    return aside;
  }

  /** The line has met a person: what else waits for them there is a first touch no more. */
  synchronized void meet(DispatchCommand.Met met) {
    acquaintances.computeIfAbsent(met.lineId(), line -> new HashSet<>()).add(met.leadId());
    queues.values().forEach(shelf -> shelf.meet(met));
  }

  /** Whom the line has met since this was asked last. */
  Set<String> takeAcquaintances(String lineId) {
    return Optional.ofNullable(acquaintances.remove(lineId)).orElse(Set.of());
  }

  /** Turn by turn over the workspaces that share a device: the one served longest ago is next. */
  boolean isServedAfter(String one, String other) {
    var oneLater = one.compareTo(lastServed) <= 0;
    var otherLater = other.compareTo(lastServed) <= 0;
    return oneLater == otherLater ? one.compareTo(other) > 0 : oneLater;
  }

  void served(String workspaceId) {
    lastServed = workspaceId;
  }
}
