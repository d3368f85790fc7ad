package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The changes that reach the disk in one commit; of each document only the last one. */
final class Batch {

  /** In place of the bytes of a document that is deleted. */
  static final byte[] GONE = {};

  private static final int MOST = 1_000;

  private final Map<Long, byte[]> documents = new LinkedHashMap<>();
  private final List<CatalogChange> catalog = new ArrayList<>();
  private final CompletableFuture<Void> committed = new CompletableFuture<>();

  static Batch nothing() {
    Batch batch = new Batch();
    batch.committed.complete(null);
    return batch;
  }

  void put(long position, byte[] bytes) {
    documents.put(position, bytes);
  }

  void add(CatalogChange change) {
    catalog.add(change);
  }

  Map<Long, byte[]> documents() {
    return documents;
  }

  List<CatalogChange> catalog() {
    return catalog;
  }

  boolean isEmpty() {
    return documents.isEmpty() && catalog.isEmpty();
  }

  /** Whether it has grown so large that it does not wait for the end of its command. */
  boolean isFull() {
    return documents.size() >= MOST;
  }

  CompletableFuture<Void> committed() {
    return committed;
  }
}
