package io.tuco.camel.mongo;

import io.tuco.core.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Documents that hold addresses, each with its {@code revision} and the {@code points} it holds.
 *
 * <p>A document without a workspace is a mere revision: somebody wanted an address that a document
 * to come had claimed. No question of a store finds it; the one who was about to insert the
 * document does, and writes over it.
 */
final class AddressOwners {

  static final int RIVALS = 50;

  static final String POINTS = "points";
  static final String REVISION = "revision";

  private final MongoCollectionCalls documents;

  AddressOwners(MongoCollectionCalls documents) {
    this.documents = documents;
  }

  static List<String> listed(Document owner) {
    return new DocumentReader(owner).texts(POINTS);
  }

  static long revision(Document owner) {
    return new DocumentReader(owner).bigNumber(REVISION);
  }

  static boolean isBorn(Document owner) {
    return owner.containsKey("workspaceId");
  }

  /** Workspace, revision and points of the claimant's document as it is now. */
  Optional<Document> revisionOf(Claimant claimant) {
    var fields = new Document(REVISION, 1).append(POINTS, 1).append("workspaceId", 1);
    return documents.findOne(Question.about(filter(claimant)).showing(fields));
  }

  /** Writes the claimant's document on top of the claimed revision; false when that has passed. */
  boolean write(Claimant claimant, Document whole, List<String> optional, List<String> points) {
    var next = new Document(whole).append(POINTS, points).append(REVISION, claimant.revision() + 1);
    if (claimant.revision() == 0) {
      return documents.insertIfAbsent(next);
    }
    var update = Replacement.by(next, optional);
    update.get("$set", Document.class).append("workspaceId", claimant.workspaceId());
    return documents.update(atRevision(claimant), update);
  }

  /** Sees to it that nothing can be written on top of the claimed revision; false: look again. */
  boolean outdate(Claimant claimant, Optional<Document> seen) {
    if (seen.isPresent()) {
      return revision(seen.get()) > claimant.revision()
          || documents.update(
              atRevision(claimant), new Document("$inc", new Document(REVISION, 1L)));
    }
    // Ids are never used again: what is gone after its first revision is gone for good.
    return claimant.revision() > 0
        || documents.insertIfAbsent(
            new Document("_id", claimant.id())
                .append(REVISION, 1L)
                .append(POINTS, new ArrayList<String>()));
  }

  private static Document atRevision(Claimant claimant) {
    return filter(claimant).append(REVISION, claimant.revision());
  }

  /** The claimant's document, with its workspace or still without. */
  private static Document filter(Claimant claimant) {
    return new Document(
            "workspaceId", new Document("$in", Arrays.asList(claimant.workspaceId(), null)))
        .append("_id", claimant.id());
  }

  static StoreException tooManyRivals(String what) {
    return new StoreException(
        "%s is changed by too many at once; try again".formatted(what),
        new ConcurrentModificationException());
  }
}
