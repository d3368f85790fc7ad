package io.tuco.camel.mongo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * An index to be there: its fields in order, a leading {@code -} for descending.
 *
 * @param sparse whether it holds only documents that have one of the fields
 */
record MongoIndex(StoredCollection collection, List<String> fields, boolean sparse) {

  static MongoIndex on(StoredCollection collection, String... fields) {
    return new MongoIndex(collection, List.of(fields), false);
  }

  static MongoIndex sparse(StoredCollection collection, String... fields) {
    return new MongoIndex(collection, List.of(fields), true);
  }

  /** In the words of the driver; also how an order is asked for. */
  static Document order(String... fields) {
    var order = new Document();
    Stream.of(fields).forEach(field -> order.append(nameOf(field), directionOf(field)));
    return order;
  }

  Document keys() {
    return order(fields.toArray(String[]::new));
  }

  List<String> names() {
    return fields.stream().map(MongoIndex::nameOf).collect(Collectors.toList());
  }

  private static String nameOf(String field) {
    return field.startsWith("-") ? field.substring(1) : field;
  }

  private static int directionOf(String field) {
    return field.startsWith("-") ? -1 : 1;
  }
}
