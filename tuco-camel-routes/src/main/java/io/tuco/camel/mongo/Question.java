package io.tuco.camel.mongo;

import java.util.Optional;
import org.bson.Document;

/**
 * A read: which documents, in which order, which part of each.
 *
 * @param limit 0 for all of them
 */
record Question(
    Document filter, Optional<Document> sort, Optional<Document> projection, int skip, int limit) {

  static Question about(Document filter) {
    return new Question(filter, Optional.empty(), Optional.empty(), 0, 0);
  }

  Question sortedBy(Document order) {
    return new Question(filter, Optional.of(order), projection, skip, limit);
  }

  Question showing(Document fields) {
    return new Question(filter, sort, Optional.of(fields), skip, limit);
  }

  Question from(long offset) {
    // A page so far out is empty anyway; the wire has 32 bits for it.
    return new Question(filter, sort, projection, (int) Math.min(offset, Integer.MAX_VALUE), limit);
  }

  Question upTo(int most) {
    return new Question(filter, sort, projection, skip, most);
  }
}
