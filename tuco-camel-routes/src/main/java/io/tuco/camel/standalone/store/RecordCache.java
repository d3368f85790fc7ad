package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents last used, as bytes, up to a given size; others are read from the file. Split in
 * shelves, each with its own lock and its own connection, so that readers seldom meet.
 */
final class RecordCache implements AutoCloseable {

  private static final int SHELVES = 4;

  private final List<CacheShelf> shelves = new ArrayList<>();

  RecordCache(StoreFile file, Journal journal, long capacity) {
    for (int i = 0; i < SHELVES; i++) {
      shelves.add(new CacheShelf(file, journal, capacity / SHELVES));
    }
  }

  byte @Nullable [] get(long position) {
    return shelf(position).get(position);
  }

  void put(long position, byte[] bytes) {
    shelf(position).put(position, bytes);
  }

  void remove(long position) {
    shelf(position).remove(position);
  }

  private CacheShelf shelf(long position) {
    return shelves.get((int) (position % SHELVES));
  }

  @Override
  public void close() {
    shelves.forEach(CacheShelf::close);
  }
}
