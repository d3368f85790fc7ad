package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.store.DoNotContactStore;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** {@code do_not_contact}: one document per address, whose {@code _id} is workspace and address. */
final class MongoDoNotContactStore implements DoNotContactStore {

  private final MongoCollectionCalls entries;

  MongoDoNotContactStore(MongoCollectionCalls entries) {
    this.entries = entries;
  }

  @Override
  public DoNotContact add(DoNotContact entry) {
    var document = DoNotContactDocument.of(entry);
    return entries.insertIfAbsent(document)
        ? entry
        : entries.findById(document.getString("_id")).map(DoNotContactDocument::read).orElse(entry);
  }

  @Override
  public List<DoNotContact> find(String workspaceId, Collection<? extends Address> addresses) {
    var ids =
        addresses.stream()
            .map(address -> DoNotContactDocument.id(workspaceId, address))
            .distinct()
            .toList();
    return ids.isEmpty()
        ? List.of()
        : entries
            .findAll(
                Question.about(
                    new Document("workspaceId", workspaceId)
                        .append("_id", new Document("$in", ids))))
            .stream()
            .map(DoNotContactDocument::read)
            .collect(Collectors.toList());
  }
}
