package io.tuco.core.store.memory;

import io.tuco.core.message.ChatOrder;
import io.tuco.core.store.ChatOrderStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryChatOrderStore implements ChatOrderStore {

  private final Table<ChatOrder> orders = new Table<>(ChatOrder::id, ChatOrder::createdAt);

  @Override
  public synchronized boolean insert(ChatOrder order) {
    if (orders.find(order.id()).isPresent()) {
      return false;
    }
    orders.put(order);
    return true;
  }

  @Override
  public synchronized Optional<ChatOrder> find(String workspaceId, String orderId) {
    return orders.find(orderId).filter(order -> order.workspaceId().equals(workspaceId));
  }

  @Override
  public synchronized boolean replace(ChatOrder seen, ChatOrder next) {
    var unmoved =
        find(seen.workspaceId(), seen.id())
            .filter(there -> there.state() == seen.state())
            .isPresent();
    if (unmoved) {
      orders.put(next);
    }
    return unmoved;
  }

  @Override
  public synchronized List<ChatOrder> open(Instant before, int limit) {
    return orders
        .oldestFirst(order -> order.isOpen() && order.createdAt().isBefore(before))
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void forget(Instant before) {
    orders
        .oldestFirst(order -> !order.isOpen() && order.createdAt().isBefore(before))
        .forEach(order -> orders.delete(order.id()));
  }
}
