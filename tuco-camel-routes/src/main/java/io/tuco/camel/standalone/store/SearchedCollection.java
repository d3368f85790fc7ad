package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reading side of a collection: every query of the server goes through the planner. Takes no
 * lock.
 */
abstract class SearchedCollection extends AbstractMongoCollection<Long> {

  private final Examined examined = new Examined();
  private final OrderedIndex natural = OrderedIndex.natural();
  // Beside the server's own list, which readers could not walk while an index is added.
  private final List<OrderedIndex> planned = new CopyOnWriteArrayList<>();
  private final Records records;
  private final Finder finder;

  SearchedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Records records) {
    super(database, name, options, cursors);
    this.records = records;
    Planner planner = new Planner(natural, planned, examined);
    this.finder = new Finder(planner, natural, records, examined);
  }

  final Examined examined() {
    return examined;
  }

  final Finder finder() {
    return finder;
  }

  /** All documents, in the order in which they came. */
  final OrderedIndex natural() {
    return natural;
  }

  /** The indexes with fields; for the writing side to change. */
  final List<OrderedIndex> planned() {
    return planned;
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    if (batchSize > 0) {
      Iterator<Found> matches = finder.find(query, orderBy, skip, limit).iterator();
      return firstBatch(matches, batchSize, projection);
    }
    Iterable<Document> lazily = () -> find(query, orderBy, skip, limit).iterator();
    return projection == null
        ? new QueryResult(lazily)
        : new QueryResult(projected(find(query, orderBy, skip, limit).toList(), projection));
  }

  final Stream<Document> find(Document query, @Nullable Document orderBy, int skip, int limit) {
    return finder.find(query, orderBy, skip, limit).map(Found::document);
  }

  private QueryResult firstBatch(
      Iterator<Found> matches, int batchSize, @Nullable Document projection) {
    long id = cursorRegistry.generateCursorId();
    return new BatchCursor(id, matches, documents -> projected(documents, projection))
        .begin(batchSize, cursorRegistry);
  }

  /** The server's own projection; the empty query asks nothing of the shared matcher. */
  private List<Document> projected(List<Document> documents, @Nullable Document projection) {
    return projection == null
        ? documents
        : matchDocumentsFromStream(new Document(), documents.stream(), 0, 0, 0, null, projection)
            .collectDocuments();
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    Document filter = query == null ? new Document() : query;
    return Math.toIntExact(finder.count(filter, skip, limit));
  }

  @Override
  public int count() {
    return Math.toIntExact(natural.getCount());
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected Document getDocument(Long position) {
    return Bson.decode(Objects.requireNonNull(records.read(position)));
  }

  @Override
  protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
    return finder
        .find(new Document(), null, 0, 0)
        .map(found -> new DocumentWithPosition<>(found.document(), found.position()));
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {}

  @Override
  protected int getDataSize() {
    return 0;
  }
}
