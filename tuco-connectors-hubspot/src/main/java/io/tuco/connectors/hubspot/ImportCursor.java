package io.tuco.connectors.hubspot;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an import stands.
 *
 * @param millis of the change from which on, or at which, contacts are read
 * @param id of the last contact read
 */
record ImportCursor(Kind kind, long millis, String id) {

  private static final Pattern FORM = Pattern.compile("(list|from|at):([0-9]{1,15}):([^:]{0,200})");

  /** How contacts are read. */
  enum Kind {
    /** All of them in HubSpot's own order, after an id. */
    LIST,
    /** Those changed from then on, in the order of their changes. */
    FROM,
    /** Those changed at that very millisecond, in the order of their ids: a bulk change. */
    AT
  }

  static ImportCursor list(String after) {
    return new ImportCursor(Kind.LIST, 0, after);
  }

  static ImportCursor from(long millis, String id) {
    return new ImportCursor(Kind.FROM, millis, id);
  }

  static ImportCursor at(long millis, String id) {
    return new ImportCursor(Kind.AT, millis, id);
  }

  static Optional<ImportCursor> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new ImportCursor(kind(form.group(1)), Long.parseLong(form.group(2)), form.group(3)))
        : Optional.empty();
  }

  String text() {
    return word() + ":" + millis + ":" + id;
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "list" -> Kind.LIST;
      case "from" -> Kind.FROM;
      default -> Kind.AT;
    };
  }

  private String word() {
    return switch (kind) {
      case LIST -> "list";
      case FROM -> "from";
      case AT -> "at";
    };
  }
}
