package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A database: the server's own, with our collections and indexes, and with those commands of ours
 * where the server's do something else than MongoDB.
 */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Long> {

  private static final int FIRST_BATCH = 101;

  private final Storage storage;
  private final List<StoredCollection> opening = new ArrayList<>();
  private boolean opened;

  StoredDatabase(String name, CursorRegistry cursors, Storage storage) {
    super(name, cursors);
    this.storage = storage;
    initializeNamespacesAndIndexes();
    opening.forEach(StoredCollection::load);
    opening.clear();
    opened = true;
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
    return Deadline.of(query, () -> run(channel, command, query, resolver, oplog));
  }

  private Document run(
      Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
    return switch (command.toLowerCase(Locale.ROOT)) {
      case "insert" -> new WriteCommands(this, oplog).insert(query);
      case "update" ->
          new WriteCommands(this, oplog)
              .update(query, one -> super.handleCommand(channel, command, one, resolver, oplog));
      case "delete" -> new WriteCommands(this, oplog).delete(query);
      case "aggregate" -> new AggregateCommand(this, resolver, oplog).run(query);
      case "createindexes" -> new IndexCommands(this).create(query);
      case "dropindexes" -> new IndexCommands(this).drop(query);
      case "find" -> super.handleCommand(channel, command, inBatches(query), resolver, oplog);
      case "findandmodify" -> {
        refusePipeline(query.get("update"));
        yield super.handleCommand(channel, command, query, resolver, oplog);
      }
      case "create",
          "count",
          "distinct",
          "drop",
          "dbstats",
          "collstats",
          "validate",
          "listcollections",
          "listindexes" ->
          super.handleCommand(channel, command, query, resolver, oplog);
      // The server would log the whole command.
      default -> throw new NoSuchCommandException(command);
    };
  }

  /** The server would answer a query without a batch size with everything at once. */
  private static Document inBatches(Document query) {
    if (Utils.isTrue(query.get("singleBatch"))) {
      query.put("batchSize", query.getOrDefault("limit", FIRST_BATCH));
    }
    query.putIfAbsent("batchSize", FIRST_BATCH);
    return query;
  }

  static void refusePipeline(@Nullable Object update) {
    if (update instanceof List) {
      throw new FailedToParseException("The embedded store has no updates by pipeline");
    }
  }

  @Nullable StoredCollection find(String collection) {
    return (StoredCollection) resolveCollection(collection, false);
  }

  StoredCollection findOrCreate(String collection) {
    return (StoredCollection) resolveOrCreateCollection(collection);
  }

  CursorRegistry cursors() {
    return cursorRegistry;
  }

  String namespace(String collection) {
    return getFullCollectionNamespace(collection);
  }

  /** The descriptions of all indexes, as {@code listIndexes} shows them. */
  MongoCollection<Long> indexDescriptions() {
    return getOrCreateIndexesCollection();
  }

  @Override
  protected synchronized void addIndex(Document description) {
    super.addIndex(description);
  }

  @Override
  protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
    StoredCollection collection =
        new StoredCollection(this, name, options, cursorRegistry, storage);
    // What the server opens for itself it reads at once; the rest waits for its indexes.
    if (opened || name.startsWith("system.")) {
      collection.load();
    } else {
      opening.add(collection);
    }
    return collection;
  }

  @Override
  protected Index<Long> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new OrderedIndex(name, keys, true, sparse);
  }

  @Override
  protected Index<Long> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new OrderedIndex(name, keys, false, sparse);
  }

  /** Kept for {@code getLastError}, which no driver of today sends. */
  @Override
  protected void clearLastStatus(Channel channel) {}

  @Override
  protected void putLastResult(Channel channel, Document result) {}

  @Override
  protected long getFileSize() {
    return storage.fileSize();
  }

  @Override
  protected long getStorageSize() {
    return storage.fileSize();
  }
}
