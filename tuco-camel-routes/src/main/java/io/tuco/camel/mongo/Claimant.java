package io.tuco.camel.mongo;

import java.util.Collection;
import java.util.List;
import org.bson.Document;

/**
 * Who claims addresses: a document, and the revision of it on which the claim rests. The claim
 * counts once the document is written on top of that very revision.
 *
 * @param revision 0 while there is no such document
 */
record Claimant(String workspaceId, String id, long revision) {

  static Claimant read(Document claim) {
    var reader = new DocumentReader(claim);
    return new Claimant(
        reader.text("workspaceId"), reader.text("owner"), reader.bigNumber("revision"));
  }

  Document claimOf(String point) {
    return claim().append("_id", point);
  }

  Document claim() {
    return new Document("workspaceId", workspaceId)
        .append("owner", id)
        .append("revision", revision);
  }

  /** Finds the point as long as this very claim stands. */
  Document holding(String point) {
    return new Document("_id", point).append("owner", id).append("revision", revision);
  }

  /** Finds those points on which no later claim of this claimant stands. */
  Document holdingAtMost(Collection<String> points) {
    return new Document("_id", new Document("$in", List.copyOf(points)))
        .append("owner", id)
        .append("revision", new Document("$lte", revision));
  }
}
