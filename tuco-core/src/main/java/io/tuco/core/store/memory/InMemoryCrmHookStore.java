package io.tuco.core.store.memory;

import io.tuco.core.crm.CrmOrder;
import io.tuco.core.store.CrmHookStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class InMemoryCrmHookStore implements CrmHookStore {

  private record Notice(String workspaceId, String connectionId, String id) {}

  private final Map<String, CrmOrder> orders = new HashMap<>();
  private final Map<Notice, Instant> taken = new HashMap<>();

  @Override
  public synchronized boolean keep(CrmOrder order) {
    return orders.putIfAbsent(order.messageId(), order) == null;
  }

  @Override
  public synchronized void noteRefused(CrmOrder order, String why) {
    orders.computeIfPresent(order.messageId(), (id, kept) -> kept.refused(why));
  }

  @Override
  public synchronized List<CrmOrder> orders(
      Collection<String> workspaceIds, Collection<String> messageIds) {
    return messageIds.stream()
        .distinct()
        .filter(orders::containsKey)
        .map(orders::get)
        .filter(order -> workspaceIds.contains(order.workspaceId()))
        .toList();
  }

  @Override
  public synchronized boolean isTaken(String workspaceId, String connectionId, String noticeId) {
    return taken.containsKey(new Notice(workspaceId, connectionId, noticeId));
  }

  @Override
  public synchronized void noteTaken(
      String workspaceId, String connectionId, String noticeId, Instant now) {
    taken.put(new Notice(workspaceId, connectionId, noticeId), now);
  }

  @Override
  public synchronized void forgetBefore(Instant notices, Instant kept) {
    taken.values().removeIf(at -> at.isBefore(notices));
    orders.values().removeIf(order -> order.createdAt().isBefore(kept));
  }
}
