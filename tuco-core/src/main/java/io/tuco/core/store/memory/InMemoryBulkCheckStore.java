package io.tuco.core.store.memory;

import io.tuco.core.lead.BulkCheck;
import io.tuco.core.store.BulkCheckStore;
import java.util.List;
import java.util.Optional;

final class InMemoryBulkCheckStore implements BulkCheckStore {

  private final Table<BulkCheck> checks = new Table<>(BulkCheck::id, BulkCheck::createdAt);

  @Override
  public synchronized void insert(BulkCheck check) {
    checks.put(check);
  }

  @Override
  public synchronized long countOf(String workspaceId) {
    return checks.oldestFirst(check -> check.workspaceId().equals(workspaceId)).size();
  }

  @Override
  public synchronized List<Place> oldest(int limit) {
    return checks.oldestFirst(check -> true).stream()
        .limit(limit)
        .map(check -> new Place(check.workspaceId(), check.id(), check.owner()))
        .toList();
  }

  @Override
  public synchronized Optional<BulkCheck> find(String workspaceId, String id) {
    return checks.find(id).filter(check -> check.workspaceId().equals(workspaceId));
  }

  @Override
  public synchronized boolean replace(BulkCheck seen, BulkCheck next) {
    var unmoved = isStill(seen);
    if (unmoved) {
      checks.put(next);
    }
    return unmoved;
  }

  @Override
  public synchronized boolean remove(BulkCheck seen) {
    return isStill(seen) && checks.delete(seen.id());
  }

  private boolean isStill(BulkCheck seen) {
    return find(seen.workspaceId(), seen.id())
        .filter(there -> there.revision() == seen.revision())
        .isPresent();
  }
}
