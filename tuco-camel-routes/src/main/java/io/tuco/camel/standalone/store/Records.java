package io.tuco.camel.standalone.store;

import org.jspecify.annotations.Nullable;

/** The documents of the store by their position: journal, cache and file as one. */
final class Records {

  private final Journal journal;
  private final RecordCache cache;

  Records(Journal journal, RecordCache cache) {
    this.journal = journal;
    this.cache = cache;
  }

  byte @Nullable [] read(long position) {
    return cache.get(position);
  }

  void write(long position, byte[] bytes) {
    journal.put(position, bytes);
    cache.put(position, bytes);
  }

  void remove(long position) {
    journal.put(position, Batch.GONE);
    cache.remove(position);
  }
}
