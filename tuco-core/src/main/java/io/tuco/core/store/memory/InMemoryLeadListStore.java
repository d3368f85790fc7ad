package io.tuco.core.store.memory;

import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Optional;

final class InMemoryLeadListStore implements LeadListStore {

  private final Table<LeadList> lists = new Table<>(LeadList::id, LeadList::createdAt);

  @Override
  public synchronized boolean insert(LeadList list) {
    var isNew = lists.find(list.id()).isEmpty();
    if (isNew) {
      lists.put(list);
    }
    return isNew;
  }

  @Override
  public Optional<LeadList> find(String workspaceId, String listId) {
    return lists.find(listId).filter(list -> list.workspaceId().equals(workspaceId));
  }

  @Override
  public Page<LeadList> page(String workspaceId, PageRequest request) {
    return Table.page(lists.newestFirst(list -> list.workspaceId().equals(workspaceId)), request);
  }

  @Override
  public synchronized boolean delete(String workspaceId, String listId) {
    return find(workspaceId, listId).isPresent() && lists.delete(listId);
  }

  @Override
  public LeadList quickSends(String workspaceId, Instant now) {
    var made = LeadList.quickSends(workspaceId, now);
    return insert(made) ? made : lists.find(made.id()).orElse(made);
  }
}
