package io.tuco.camel.standalone.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** All that lies below the collections: file, journal, cache and catalog. */
final class Storage implements AutoCloseable {

  /** Documents kept as bytes; small, as the file system caches the file as well. */
  private static final long CACHE_BYTES = 24L << 20;

  private final StoreFile file;
  private final Journal journal;
  private final RecordCache cache;
  private final Records records;
  private final Catalog catalog;

  private Storage(StoreFile file) throws SQLException {
    this.file = file;
    this.journal = new Journal(file::commit);
    this.cache = new RecordCache(file, journal, CACHE_BYTES);
    this.records = new Records(journal, cache);
    this.catalog = new Catalog(file, journal);
  }

  static Storage open(Path path) {
    try {
      return open(StoreFile.open(path));
    } catch (SQLException e) {
      throw new CannotOpenException(
          "Cannot open the store " + path + ". Is it a file of Tuco's, and writable?", e);
    }
  }

  private static Storage open(StoreFile file) throws SQLException {
    try {
      return new Storage(file);
    } catch (SQLException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Completes when all that is visible now of a collection is on disk. */
  CompletableFuture<Void> settled(String database, String collection) {
    return catalog.find(database, collection).map(journal::settled).orElseGet(journal::settled);
  }

  Journal journal() {
    return journal;
  }

  Records records() {
    return records;
  }

  Catalog catalog() {
    return catalog;
  }

  void each(long from, long to, StoreFile.Visitor visitor) {
    try {
      file.each(from, to, visitor);
    } catch (SQLException e) {
      throw new StoreFailure("The store cannot read its file.", e);
    }
  }

  /** Copies what is committed now, into one file, beside running reads and writes. */
  void backupTo(Path target) {
    try {
      journal.settled().join();
      file.copyTo(target);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(
          "Cannot back up the store to " + target + ". Is there room, and may it be written?", e);
    }
  }

  long fileSize() {
    return file.path().toFile().length();
  }

  @Override
  public void close() {
    journal.close();
    cache.close();
    try {
      file.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close the store " + file.path(), e);
    }
  }
}
