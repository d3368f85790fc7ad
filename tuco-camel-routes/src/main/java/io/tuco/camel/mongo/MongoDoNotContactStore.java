package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.store.Asked;
import io.tuco.core.store.DoNotContactStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code do_not_contact}: one document per address, whose {@code _id} is workspace and address; and
 * {@code opt_outs}: one per person, with what each opt-out was caused by.
 */
final class MongoDoNotContactStore implements DoNotContactStore {

  private static final Document NEWEST_FIRST = MongoIndex.order("-createdAt", "-id");

  private static final String CAUSES = "causes";

  private final MongoCollectionCalls entries;
  private final MongoCollectionCalls optOuts;
  private final GatheredFinds byId;

  MongoDoNotContactStore(MongoCollectionCalls entries, MongoCollectionCalls optOuts) {
    this.entries = entries;
    this.optOuts = optOuts;
    this.byId = entries.by("_id");
  }

  @Override
  public DoNotContact add(DoNotContact entry) {
    var document = DoNotContactDocument.of(entry);
    return entries.insertIfAbsent(document)
        ? entry
        : find(entry.workspaceId(), List.of(entry.address())).stream().findFirst().orElse(entry);
  }

  @Override
  public List<DoNotContact> find(String workspaceId, Collection<? extends Address> addresses) {
    return ask(workspaceId, addresses).answer();
  }

  @Override
  public Asked<List<DoNotContact>> ask(
      String workspaceId, Collection<? extends Address> addresses) {
    var ids =
        addresses.stream().map(address -> DoNotContactDocument.id(workspaceId, address)).toList();
    return byId.ask(workspaceId, ids)
        .map(found -> found.stream().map(DoNotContactDocument::read).collect(Collectors.toList()));
  }

  @Override
  public Page<DoNotContact> page(String workspaceId, String search, PageRequest request) {
    var filter = new Document("workspaceId", workspaceId);
    if (!search.isEmpty()) {
      filter.append("address", TextPart.of(search));
    }
    return entries.page(
        Question.about(filter).sortedBy(NEWEST_FIRST), request, DoNotContactDocument::read);
  }

  /** The array only grows, and each cause is in it once: its place is its number. */
  @Override
  public int countOptOut(String workspaceId, String person, String cause) {
    var one = new Document("workspaceId", workspaceId).append("_id", workspaceId + ":" + person);
    var counted = new Document("$addToSet", new Document(CAUSES, cause));
    return optOuts
            .findOneAndUpsert(one, counted)
            // A rival was faster to make it.
            .or(() -> optOuts.findOneAndUpdate(Question.about(one), counted))
            .map(found -> new DocumentReader(found).texts(CAUSES))
            .orElseThrow()
            .indexOf(cause)
        + 1;
  }

  @Override
  public boolean remove(String workspaceId, String entryId) {
    return entries.remove(new Document("workspaceId", workspaceId).append("id", entryId)) > 0;
  }
}
