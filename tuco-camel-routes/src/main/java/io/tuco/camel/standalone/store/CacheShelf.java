package io.tuco.camel.standalone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the cache. Loading happens under its lock: a writer first hands its bytes to the
 * journal and then to this shelf, so a reader that loads meanwhile either sees them in the journal
 * or is overwritten here, and the shelf never keeps what is outdated.
 */
final class CacheShelf implements AutoCloseable {

  /** What an entry costs beside its bytes: the map's entry, the boxed position, the array. */
  private static final int OVERHEAD = 100;

  private final Map<Long, byte[]> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final StoreFile file;
  private final Journal journal;
  private final long capacity;
  private long weight;
  private @Nullable Connection connection;
  private @Nullable PreparedStatement select;

  CacheShelf(StoreFile file, Journal journal, long capacity) {
    this.file = file;
    this.journal = journal;
    this.capacity = capacity;
  }

  synchronized byte @Nullable [] get(long position) {
    byte[] cached = entries.get(position);
    if (cached != null) {
      return cached;
    }
    byte[] pending = journal.pending(position);
    byte[] bytes = pending == null ? load(position) : pending;
    if (bytes == null || bytes == Batch.GONE) {
      return null;
    }
    put(position, bytes);
    return bytes;
  }

  synchronized void put(long position, byte[] bytes) {
    byte[] previous = entries.put(position, bytes);
    weight += bytes.length - (previous == null ? -OVERHEAD : previous.length);
    Iterator<byte[]> oldest = entries.values().iterator();
    while (weight > capacity && oldest.hasNext()) {
      weight -= oldest.next().length + OVERHEAD;
      oldest.remove();
    }
  }

  synchronized void remove(long position) {
    byte[] previous = entries.remove(position);
    weight -= previous == null ? 0 : previous.length + OVERHEAD;
  }

  private byte @Nullable [] load(long position) {
    try {
      PreparedStatement statement = select();
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    } catch (SQLException e) {
      throw new StoreFailure("The store cannot read its file.", e);
    }
  }

  private PreparedStatement select() throws SQLException {
    if (select == null) {
      connection = file.reader();
      select = connection.prepareStatement("SELECT bson FROM document WHERE position = ?");
    }
    return select;
  }

  @Override
  public synchronized void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new StoreFailure("The store cannot close its file.", e);
    }
  }
}
