package io.tuco.core.store.memory;

import io.tuco.core.store.InboxStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.StrayMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryInboxStore implements InboxStore {

  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Table<StrayMessage> strays = new Table<>(StrayMessage::id, StrayMessage::writtenAt);

  @Override
  public Optional<Instant> heardUpTo(String deviceId) {
    return Optional.ofNullable(heard.get(deviceId));
  }

  @Override
  public void hearUpTo(String deviceId, Instant instant) {
    heard.merge(deviceId, instant, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public synchronized boolean keep(StrayMessage stray) {
    var isNew = strays.find(stray.id()).isEmpty();
    if (isNew) {
      strays.put(stray);
    }
    return isNew;
  }

  @Override
  public Page<StrayMessage> strays(PageRequest request) {
    return Table.page(strays.newestFirst(stray -> true), request);
  }
}
