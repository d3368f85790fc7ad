package io.tuco.camel.mongo;

import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** {@code lead_lists}: one command each, a page two. */
final class MongoLeadListStore implements LeadListStore {

  private final MongoCollectionCalls lists;

  MongoLeadListStore(MongoCollectionCalls lists) {
    this.lists = lists;
  }

  @Override
  public boolean insert(LeadList list) {
    return lists.insertIfAbsent(LeadListDocument.of(list));
  }

  @Override
  public Optional<LeadList> find(String workspaceId, String listId) {
    return lists.findOne(Question.about(one(workspaceId, listId))).map(LeadListDocument::read);
  }

  @Override
  public Page<LeadList> page(String workspaceId, PageRequest request) {
    var question =
        Question.about(new Document("workspaceId", workspaceId))
            .sortedBy(MongoIndex.order("-createdAt", "-_id"));
    return lists.page(question, request, LeadListDocument::read);
  }

  @Override
  public boolean delete(String workspaceId, String listId) {
    return lists.remove(one(workspaceId, listId)) > 0;
  }

  /** One command when it exists, as it does but for the first time. */
  @Override
  public LeadList quickSends(String workspaceId, Instant now) {
    var made = LeadList.quickSends(workspaceId, now);
    return find(workspaceId, made.id()).orElseGet(() -> made(made));
  }

  private LeadList made(LeadList list) {
    return insert(list) ? list : find(list.workspaceId(), list.id()).orElse(list);
  }

  private static Document one(String workspaceId, String listId) {
    return new Document("workspaceId", workspaceId).append("_id", listId);
  }
}
