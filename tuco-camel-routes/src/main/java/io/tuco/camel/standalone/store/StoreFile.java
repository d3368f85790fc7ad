package io.tuco.camel.standalone.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The SQLite file: one writing connection, and as many for reading as asked for.
 *
 * <p>Two tables. {@code collection} names the collections; {@code document} holds every document as
 * BSON under its position, whose upper bits are the number of its collection, so that a collection
 * is one range of the table.
 */
final class StoreFile implements AutoCloseable {

  private static final int FORMAT = 1;

  private final Path path;
  private final Connection writer;
  private final PreparedStatement upsert;
  private final PreparedStatement delete;

  private StoreFile(Path path, Connection writer) throws SQLException {
    this.path = path;
    this.writer = writer;
    prepareFormat();
    writer.setAutoCommit(false);
    this.upsert = writer.prepareStatement("INSERT OR REPLACE INTO document VALUES (?, ?)");
    this.delete = writer.prepareStatement("DELETE FROM document WHERE position = ?");
  }

  static StoreFile open(Path path) throws SQLException {
    Connection writer = connect(path, 2_000);
    try {
      return new StoreFile(path, writer);
    } catch (SQLException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  Connection reader() throws SQLException {
    return connect(path, 500);
  }

  private static Connection connect(Path path, int cacheKibibytes) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.DEFERRED);
    config.setCacheSize(-cacheKibibytes);
    // Or the driver would ask for the last row after each write.
    config.setGetGeneratedKeys(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      // macOS: an ordinary fsync stops at the drive's own cache.
      statement.execute("PRAGMA fullfsync = ON");
    }
    return connection;
  }

  private void prepareFormat() throws SQLException {
    try (Statement statement = writer.createStatement()) {
      int format = statement.executeQuery("PRAGMA user_version").getInt(1);
      if (format > FORMAT) {
        throw new IllegalStateException(
            "The store in " + path + " was written by a newer version. Use that version.");
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS collection"
              + " (id INTEGER PRIMARY KEY, database TEXT NOT NULL, name TEXT NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS document"
              + " (position INTEGER PRIMARY KEY, bson BLOB NOT NULL)");
      statement.execute("PRAGMA user_version = " + FORMAT);
    }
  }

  void commit(Batch batch) throws SQLException {
    for (Map.Entry<Long, byte[]> document : batch.documents().entrySet()) {
      write(document.getKey(), document.getValue());
    }
    for (CatalogChange change : batch.catalog()) {
      change.apply(writer);
    }
    writer.commit();
  }

  private void write(long position, byte[] bytes) throws SQLException {
    PreparedStatement statement = bytes == Batch.GONE ? delete : upsert;
    statement.setLong(1, position);
    if (statement == upsert) {
      statement.setBytes(2, bytes);
    }
    statement.executeUpdate();
  }

  /** Copies a snapshot; the target appears when it is complete and on disk, or not at all. */
  void copyTo(Path target) throws SQLException, IOException {
    Path unfinished = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(unfinished);
    try (Connection connection = reader();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, unfinished.toAbsolutePath().toString());
      copy.execute();
    }
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What is done with each stored document. */
  @FunctionalInterface
  interface Visitor {
    void visit(long position, byte[] bytes);
  }

  /** Reads the documents of these positions in order, before or beside everything else. */
  void each(long from, long to, Visitor visitor) throws SQLException {
    String sql =
        "SELECT position, bson FROM document WHERE position >= ? AND position < ?"
            + " ORDER BY position";
    try (Connection connection = reader();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, from);
      select.setLong(2, to);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          visitor.visit(rows.getLong(1), rows.getBytes(2));
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    writer.close();
  }
}
