package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.crm.ContactLink;
import io.tuco.core.store.ContactLinkStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code contact_links}, by {@code connectionId:address}. One command each. */
final class MongoContactLinkStore implements ContactLinkStore {

  private static final String VERSION = "version";
  private static final List<String> OPTIONAL = List.of("contactId", "triedAt", "lease");

  private final MongoCollectionCalls links;

  MongoContactLinkStore(MongoCollectionCalls links) {
    this.links = links;
  }

  @Override
  public Optional<ContactLink> find(String workspaceId, String connectionId, Address address) {
    return links
        .findOne(Question.about(one(workspaceId, connectionId, address)))
        .map(MongoContactLinkStore::read);
  }

  @Override
  public boolean replace(ContactLink seen, ContactLink after) {
    return seen.version() == 0
        ? links.insertIfAbsent(document(after))
        : links.update(
            one(seen.workspaceId(), seen.connectionId(), seen.address())
                .append(VERSION, seen.version()),
            Replacement.by(document(after), OPTIONAL));
  }

  @Override
  public void unlink(String workspaceId, String connectionId, String contactId) {
    links.remove(ofConnection(workspaceId, connectionId).append("contactId", contactId));
  }

  @Override
  public void forget(String workspaceId, Collection<? extends Address> addresses) {
    var values = addresses.stream().map(Address::value).distinct().toList();
    links.remove(
        new Document("workspaceId", workspaceId).append("address", new Document("$in", values)));
  }

  @Override
  public void forgetConnection(String workspaceId, String connectionId) {
    links.remove(ofConnection(workspaceId, connectionId));
  }

  private static Document ofConnection(String workspaceId, String connectionId) {
    return new Document("workspaceId", workspaceId).append("connectionId", connectionId);
  }

  private static Document one(String workspaceId, String connectionId, Address address) {
    return new Document("workspaceId", workspaceId).append("_id", id(connectionId, address));
  }

  private static String id(String connectionId, Address address) {
    return connectionId + ":" + address.value();
  }

  private static Document document(ContactLink link) {
    return new DocumentWriter()
        .put("_id", id(link.connectionId(), link.address()))
        .put("workspaceId", link.workspaceId())
        .put("connectionId", link.connectionId())
        .put("address", link.address().value())
        .put("contactId", link.contactId())
        .put("triedAt", link.triedAt())
        .put("lease", link.lease().map(MongoContactLinkStore::lease))
        .put(VERSION, link.version())
        .document();
  }

  private static Document lease(ContactLink.Lease lease) {
    return new DocumentWriter()
        .put("holder", lease.holder())
        .put("until", lease.until())
        .document();
  }

  private static ContactLink read(Document document) {
    var reader = new DocumentReader(document);
    return new ContactLink(
        reader.text("connectionId"),
        reader.text("workspaceId"),
        reader.address("address"),
        reader.optionalText("contactId"),
        reader.optionalInstant("triedAt"),
        reader
            .optionalPart("lease")
            .map(part -> new ContactLink.Lease(part.text("holder"), part.instant("until"))),
        reader.bigNumber(VERSION));
  }
}
