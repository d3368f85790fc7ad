package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is left of a result, searched for as the client asks for more. A batch ends at the number
 * asked for, or sooner, so that the answer stays below what the driver accepts.
 */
final class BatchCursor extends AbstractCursor {

  private static final long MOST_BYTES = 8L << 20;
  private static final int MOST_DOCUMENTS = 10_000;

  private final Iterator<Found> rest;
  private final UnaryOperator<List<Document>> projection;

  BatchCursor(long id, Iterator<Found> rest, UnaryOperator<List<Document>> projection) {
    super(id);
    this.rest = rest;
    this.projection = projection;
  }

  /** The first batch; while there is more, the client finds the cursor in the registry. */
  QueryResult begin(int batchSize, CursorRegistry registry) {
    List<Document> first = takeDocuments(batchSize);
    if (isEmpty()) {
      return new QueryResult(first);
    }
    registry.add(this);
    return new QueryResult(first, this);
  }

  @Override
  public synchronized boolean isEmpty() {
    return !rest.hasNext();
  }

  @Override
  public synchronized List<Document> takeDocuments(int wanted) {
    int most = wanted > 0 ? wanted : MOST_DOCUMENTS;
    List<Document> batch = new ArrayList<>();
    long bytes = 0;
    while (batch.size() < most && bytes < MOST_BYTES && rest.hasNext()) {
      Found found = rest.next();
      batch.add(found.document());
      bytes += found.size();
    }
    return projection.apply(batch);
  }
}
