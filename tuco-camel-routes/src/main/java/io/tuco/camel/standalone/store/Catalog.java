package io.tuco.camel.standalone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers of the collections. A number is never given twice, so that what a dropped collection
 * may have left behind belongs to nobody.
 */
final class Catalog {

  private record Name(String database, String collection) {}

  /** Positions of one collection; its number stands above these bits. */
  private static final int POSITION_BITS = 40;

  private final Map<Name, Long> numbers = new HashMap<>();
  private final Journal journal;
  private long last;

  Catalog(StoreFile file, Journal journal) throws SQLException {
    this.journal = journal;
    try (Connection connection = file.reader();
        Statement statement = connection.createStatement()) {
      read(statement);
    }
  }

  private void read(Statement statement) throws SQLException {
    try (ResultSet top = statement.executeQuery("SELECT max(position) FROM document")) {
      last = top.getLong(1) >> POSITION_BITS;
    }
    try (ResultSet rows = statement.executeQuery("SELECT id, database, name FROM collection")) {
      while (rows.next()) {
        numbers.put(new Name(rows.getString(2), rows.getString(3)), rows.getLong(1));
        last = Math.max(last, rows.getLong(1));
      }
    }
  }

  /** The number of the collection that has this position. */
  static long numberAt(long position) {
    return position >> POSITION_BITS;
  }

  /** The first position of the collection with this number. */
  static long firstPosition(long number) {
    return number << POSITION_BITS;
  }

  synchronized Set<String> databases() {
    Set<String> names = new TreeSet<>();
    numbers.keySet().forEach(name -> names.add(name.database()));
    return names;
  }

  /** The number of a collection that is there. */
  synchronized Optional<Long> find(String database, String collection) {
    return Optional.ofNullable(numbers.get(new Name(database, collection)));
  }

  synchronized long numberOf(String database, String collection) {
    Name name = new Name(database, collection);
    Long known = numbers.get(name);
    if (known != null) {
      return known;
    }
    long number = ++last;
    journal.change(
        number,
        connection ->
            update(
                connection,
                "INSERT INTO collection VALUES (?, ?, ?)",
                number,
                database,
                collection));
    numbers.put(name, number);
    return number;
  }

  synchronized void rename(long number, String database, String collection) {
    journal.change(
        number,
        connection ->
            update(
                connection,
                "UPDATE collection SET database = ?, name = ? WHERE id = ?",
                database,
                collection,
                number));
    numbers.values().remove(number);
    numbers.put(new Name(database, collection), number);
  }

  synchronized void forget(long number) {
    journal.change(number, connection -> erase(connection, number));
    numbers.values().remove(number);
  }

  private static void erase(Connection connection, long number) throws SQLException {
    update(
        connection,
        "DELETE FROM document WHERE position >= ? AND position < ?",
        firstPosition(number),
        firstPosition(number + 1));
    update(connection, "DELETE FROM collection WHERE id = ?", number);
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
