package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A collection: its indexes in memory, its documents in {@link Records}. This is the writing side.
 *
 * <p>Writers come one at a time and hold the lock while they work in memory, never while anything
 * is written to disk. Readers take no lock. Updating a document follows the server's own code,
 * which works on a copy that nobody else sees.
 */
final class StoredCollection extends SearchedCollection {

  private static final int NAMESPACE_NOT_FOUND = 26;

  private final ReentrantLock writing = new ReentrantLock();
  private final Storage storage;
  private final long number;
  private long nextPosition;
  private boolean loaded;
  private boolean dropped;
  private boolean onlyFirst;

  StoredCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Storage storage) {
    super(database, name, options, cursors, storage.records());
    this.storage = storage;
    this.number = storage.catalog().numberOf(database.getDatabaseName(), name);
    this.nextPosition = Catalog.firstPosition(number);
  }

  /** Fills the indexes from the file, all in one pass. */
  void load() {
    Set<String> indexed =
        planned().stream()
            .flatMap(index -> index.fields().stream())
            .map(field -> field.path().steps().get(0))
            .collect(Collectors.toSet());
    long from = Catalog.firstPosition(number);
    storage.each(
        from,
        Catalog.firstPosition(number + 1),
        (position, bytes) -> load(position, PartialBson.decode(bytes, indexed)));
    loaded = true;
  }

  private void load(long position, Document document) {
    natural().add(document, position, this);
    planned().forEach(index -> index.add(document, position, this));
    nextPosition = position + 1;
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    if (!writing.isHeldByCurrentThread()) {
      return super.queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }
    // Completely, before anything is changed: what moves in an index must not be met again.
    return new QueryResult(find(query, orderBy, skip, onlyFirst ? 1 : limit).toList());
  }

  @Override
  public void addDocument(Document document) {
    locked(() -> super.addDocument(document));
  }

  @Override
  public List<Document> insertDocuments(List<Document> documents, boolean ordered) {
    return locked(() -> super.insertDocuments(documents, ordered));
  }

  @Override
  public Document findAndModify(Document command) {
    return locked(() -> super.findAndModify(command));
  }

  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    return locked(
        () -> {
          // The server would search for all and then update the first.
          onlyFirst = !multi;
          try {
            return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
          } finally {
            onlyFirst = false;
          }
        });
  }

  @Override
  public int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return locked(
        () -> {
          List<Found> matches = finder().find(selector, null, 0, limit).toList();
          matches.forEach(found -> remove(found.document(), found.position()));
          return matches.size();
        });
  }

  @Override
  public void removeDocument(Document document) {
    locked(() -> remove(document, Objects.requireNonNull(positionOf(document))));
  }

  @Override
  protected void removeDocument(Long position) {
    remove(getDocument(position), position);
  }

  private @Nullable Long positionOf(Document document) {
    return planned().stream()
        .filter(OrderedIndex::isPrimary)
        .findFirst()
        .map(index -> index.getPosition(document))
        .orElseGet(() -> findDocumentPosition(document));
  }

  @Override
  protected Long addDocumentInternal(Document document) {
    if (dropped) {
      throw new MongoServerError(NAMESPACE_NOT_FOUND, "NamespaceNotFound", "collection dropped");
    }
    long position = nextPosition++;
    storage.records().write(position, Bson.encode(document));
    natural().add(document, position, this);
    return position;
  }

  /**
   * First the journal, then the keys: what readers see of a change is always in the journal. If the
   * document cannot be written, nothing has happened.
   */
  @Override
  protected void handleUpdate(Long position, Document before, Document after) {
    storage.records().write(position, Bson.encode(after));
    planned().forEach(index -> index.move(before, after, position));
  }

  private void remove(Document document, long position) {
    storage.records().remove(position);
    planned().forEach(index -> index.remove(document, position));
    natural().remove(document, position);
  }

  @Override
  public void addIndex(Index<Long> index) {
    locked(
        () -> {
          OrderedIndex ordered = (OrderedIndex) index;
          if (planned().stream().noneMatch(each -> each.getName().equals(index.getName()))) {
            build(ordered);
            getIndexes().add(ordered);
            planned().add(ordered);
          }
        });
  }

  private void build(OrderedIndex index) {
    if (!loaded) {
      return;
    }
    try {
      finder().find(new Document(), null, 0, 0).forEach(found -> addTo(index, found));
    } catch (MongoServerError e) {
      throw new IndexBuildFailedException(e, this);
    }
  }

  private void addTo(OrderedIndex index, Found found) {
    index.checkAdd(found.document(), this);
    index.add(found.document(), found.position(), this);
  }

  @Override
  public void dropIndex(String name) {
    locked(
        () -> {
          super.dropIndex(name);
          planned().removeIf(index -> index.getName().equals(name));
        });
  }

  @Override
  public void renameTo(MongoDatabase database, String name) {
    locked(
        () -> {
          super.renameTo(database, name);
          storage.catalog().rename(number, database.getDatabaseName(), name);
        });
  }

  @Override
  public void drop() {
    locked(
        () -> {
          super.drop();
          dropped = true;
          storage.catalog().forget(number);
        });
  }

  private void locked(Runnable change) {
    locked(
        () -> {
          change.run();
          return true;
        });
  }

  private <T> T locked(Supplier<T> change) {
    writing.lock();
    try {
      return change.get();
    } finally {
      writing.unlock();
    }
  }
}
