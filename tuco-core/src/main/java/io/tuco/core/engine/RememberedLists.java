package io.tuco.core.engine;

import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lists; that a workspace has its Quick Sends, which nobody can delete, need not be asked again.
 */
final class RememberedLists implements LeadListStore {

  private final LeadListStore lists;
  private final Recent<Optional<LeadList>> quickSends;

  RememberedLists(LeadListStore lists, Duration age, LongSupplier nanos) {
    this.lists = lists;
    this.quickSends =
        new Recent<>(
            workspaceId ->
                lists.find(workspaceId, LeadList.quickSends(workspaceId, Instant.EPOCH).id()),
            age,
            nanos);
  }

  @Override
  public boolean insert(LeadList list) {
    var done = lists.insert(list);
    quickSends.forget(list.workspaceId());
    return done;
  }

  @Override
  public Optional<LeadList> find(String workspaceId, String listId) {
    return lists.find(workspaceId, listId);
  }

  @Override
  public Page<LeadList> page(String workspaceId, PageRequest request) {
    return lists.page(workspaceId, request);
  }

  @Override
  public boolean delete(String workspaceId, String listId) {
    var done = lists.delete(workspaceId, listId);
    quickSends.forget(workspaceId);
    return done;
  }

  @Override
  public LeadList quickSends(String workspaceId, Instant now) {
    return quickSends.of(workspaceId).orElseGet(() -> made(workspaceId, now));
  }

  private LeadList made(String workspaceId, Instant now) {
    var list = lists.quickSends(workspaceId, now);
    quickSends.forget(workspaceId);
    return list;
  }
}
