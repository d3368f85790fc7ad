package io.tuco.camel.mongo;

import java.util.regex.Pattern;

/**
 * Which MongoDB keeps the data.
 *
 * @param uri a connection string of the driver; it may hold a password and is never printed
 * @param database letters, digits, {@code _} and {@code -}, up to 63; created when first written
 * @param weakerWrites whether a server or URI that acknowledges writes before a majority has them
 *     on disk is accepted, at the price of losing acknowledged messages with a failing server
 */
public record MongoSettings(String uri, String database, boolean weakerWrites) {

  // It becomes part of endpoint URIs: nothing that they would read as something else.
  private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_-]{1,63}");

  public MongoSettings {
    if (!DATABASE.matcher(database).matches()) {
      throw new IllegalArgumentException(
          "a database name is 1 to 63 letters, digits, underscores and dashes");
    }
  }

  /** Durable writes only. */
  public static MongoSettings of(String uri, String database) {
    return new MongoSettings(uri, database, false);
  }

  @Override
  public String toString() {
    return "MongoSettings[database=" + database + ", weakerWrites=" + weakerWrites + "]";
  }
}
