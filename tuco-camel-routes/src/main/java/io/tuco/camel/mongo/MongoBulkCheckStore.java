package io.tuco.camel.mongo;

import io.tuco.core.lead.BulkCheck;
import io.tuco.core.store.BulkCheckStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code bulk_checks}: one document per check that is not over, one command each. Its leads are
 * written once and read by who takes it up; how far it is changes alone.
 */
final class MongoBulkCheckStore implements BulkCheckStore {

  private static final Document OLDEST_FIRST = MongoIndex.order("createdAt", "_id");
  private static final Document WITHOUT_LEADS = new Document(BulkCheckDocument.LEAD_IDS, 0);

  private final MongoCollectionCalls checks;

  MongoBulkCheckStore(MongoCollectionCalls checks) {
    this.checks = checks;
  }

  @Override
  public void insert(BulkCheck check) {
    checks.insert(BulkCheckDocument.of(check));
  }

  @Override
  public long countOf(String workspaceId) {
    return checks.count(new Document("workspaceId", workspaceId));
  }

  @Override
  public List<Place> oldest(int limit) {
    return checks
        .findAll(
            Question.about(new Document())
                .sortedBy(OLDEST_FIRST)
                .showing(WITHOUT_LEADS)
                .upTo(limit))
        .stream()
        .map(BulkCheckDocument::place)
        .collect(Collectors.toList());
  }

  @Override
  public Optional<BulkCheck> find(String workspaceId, String id) {
    return checks
        .findOne(Question.about(new Document("workspaceId", workspaceId).append("_id", id)))
        .map(BulkCheckDocument::read);
  }

  @Override
  public boolean replace(BulkCheck seen, BulkCheck next) {
    return checks.update(
        still(seen), Replacement.by(BulkCheckDocument.progress(next), List.of("owner")));
  }

  @Override
  public boolean remove(BulkCheck seen) {
    return checks.remove(still(seen)) > 0;
  }

  private static Document still(BulkCheck seen) {
    return new Document("workspaceId", seen.workspaceId())
        .append("_id", seen.id())
        .append("revision", seen.revision());
  }
}
