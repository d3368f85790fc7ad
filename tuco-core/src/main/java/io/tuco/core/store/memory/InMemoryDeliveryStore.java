package io.tuco.core.store.memory;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.store.DeliveryCounts;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.DeliveryStore;
import io.tuco.core.store.DueClaim;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The open deliveries stand in line by due instant; what has ended only takes part by its key. */
final class InMemoryDeliveryStore implements DeliveryStore {

  private final Map<String, Delivery> deliveries = new HashMap<>();
  private final TreeSet<Due> open = new TreeSet<>();

  @Override
  public synchronized List<Delivery> insertMissing(List<Delivery> added) {
    return added.stream()
        .filter(one -> !deliveries.containsKey(one.key()))
        .map(this::store)
        .toList();
  }

  @Override
  public synchronized List<Delivery> claimDue(DueClaim claim) {
    var due =
        open.stream()
            .takeWhile(one -> !one.at().isAfter(claim.now()))
            .map(one -> deliveries.get(one.id()))
            .filter(one -> !claim.passedOver().contains(one.endpointId()))
            .limit(claim.limit())
            .toList();
    return due.stream().map(one -> store(one.claimedUntil(claim.lostAt()))).toList();
  }

  @Override
  public synchronized Optional<Delivery> claim(String key, Instant now, Instant lostAt) {
    return stillOpen(key)
        .filter(one -> one.nextAttemptAt().filter(due -> !due.isAfter(now)).isPresent())
        .map(one -> store(one.claimedUntil(lostAt)));
  }

  @Override
  public synchronized void record(List<Delivery> ended) {
    ended.stream().filter(one -> stillOpen(one.key()).isPresent()).forEach(this::store);
  }

  @Override
  public synchronized void cancelAll(String workspaceId, String endpointId) {
    var left =
        deliveries.values().stream()
            .filter(one -> one.status().isOpen())
            .filter(one -> one.endpointId().equals(endpointId))
            .filter(one -> one.workspaceId().equals(workspaceId))
            .toList();
    left.forEach(one -> store(one.cancelled()));
  }

  @Override
  public synchronized Page<Delivery> page(
      String workspaceId, String endpointId, DeliveryFilter filter, PageRequest request) {
    return Table.page(
        deliveries.values().stream()
            .filter(one -> matches(one, workspaceId, endpointId, filter))
            .sorted(
                Comparator.comparing(Delivery::createdAt).thenComparing(Delivery::key).reversed())
            .toList(),
        request);
  }

  @Override
  public synchronized Optional<Delivery> find(String workspaceId, String key) {
    return Optional.ofNullable(deliveries.get(key))
        .filter(one -> one.workspaceId().equals(workspaceId));
  }

  @Override
  public synchronized boolean replay(String workspaceId, String key, Instant now) {
    return find(workspaceId, key).map(one -> store(one.replayed(now))).isPresent();
  }

  @Override
  public synchronized long replayAll(
      String workspaceId, String endpointId, DeliveryFilter filter, Instant now) {
    var all =
        deliveries.values().stream()
            .filter(one -> matches(one, workspaceId, endpointId, filter))
            .toList();
    all.forEach(one -> store(one.replayed(now)));
    return all.size();
  }

  @Override
  public synchronized void forgetBefore(Instant made) {
    deliveries.values().removeIf(one -> !one.status().isOpen() && one.createdAt().isBefore(made));
  }

  private static boolean matches(
      Delivery one, String workspaceId, String endpointId, DeliveryFilter filter) {
    return one.workspaceId().equals(workspaceId)
        && one.endpointId().equals(endpointId)
        && filter.status().map(one.status()::equals).orElse(true)
        && filter.event().map(one.event()::equals).orElse(true)
        && filter.messageId().map(id -> one.messageId().equals(Optional.of(id))).orElse(true)
        && filter.from().map(from -> !one.createdAt().isBefore(from)).orElse(true)
        && filter.to().map(to -> !one.createdAt().isAfter(to)).orElse(true);
  }

  @Override
  public synchronized DeliveryCounts counts() {
    return new DeliveryCounts(count(DeliveryStatus.PENDING), count(DeliveryStatus.RETRYING));
  }

  private long count(DeliveryStatus status) {
    return deliveries.values().stream().filter(one -> one.status() == status).count();
  }

  private Optional<Delivery> stillOpen(String key) {
    return Optional.ofNullable(deliveries.get(key)).filter(one -> one.status().isOpen());
  }

  private Delivery store(Delivery delivery) {
    Optional.ofNullable(deliveries.put(delivery.key(), delivery))
        .flatMap(InMemoryDeliveryStore::due)
        .ifPresent(open::remove);
    due(delivery).ifPresent(open::add);
    return delivery;
  }

  private static Optional<Due> due(Delivery delivery) {
    return delivery
        .nextAttemptAt()
        .filter(at -> delivery.status().isOpen())
        .map(at -> new Due(at, delivery.key()));
  }
}
