package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Queries evaluated the plain way, over a list and without an index: what the store is compared
 * with. Knows the values and operators that the comparison uses, and no others.
 */
final class PlainEvaluation {

  private static final Object MISSING = new Object();
  private static final Object EMPTY = new Object();

  private PlainEvaluation() {}

  static List<Object> ids(
      List<Document> documents, Document filter, Document sort, int skip, int limit) {
    Stream<Document> found =
        documents.stream().filter(each -> matches(each, filter)).sorted(order(sort)).skip(skip);
    return (limit > 0 ? found.limit(limit) : found).map(each -> each.get("_id")).toList();
  }

  static boolean matches(Document document, Document filter) {
    return filter.entrySet().stream()
        .allMatch(
            clause ->
                switch (clause.getKey()) {
                  case "$and" -> filters(clause).stream().allMatch(each -> matches(document, each));
                  case "$or" -> filters(clause).stream().anyMatch(each -> matches(document, each));
                  default -> fieldMatches(valueAt(document, clause.getKey()), clause.getValue());
                });
  }

  private static List<Document> filters(Map.Entry<String, Object> clause) {
    return ((List<?>) clause.getValue()).stream().map(Document.class::cast).toList();
  }

  private static boolean fieldMatches(Object value, Object operand) {
    Document operators = operand instanceof Document given ? given : new Document("$eq", operand);
    if (operators.containsKey("$exists")) {
      return operators.getBoolean("$exists") != (value == MISSING);
    }
    // One element must meet all comparisons of one clause: the server's reading.
    Predicate<Object> meetsAll =
        each ->
            operators.entrySet().stream().allMatch(op -> meets(each, op.getKey(), op.getValue()));
    return value instanceof List<?> elements
        ? elements.stream().anyMatch(meetsAll)
        : meetsAll.test(value);
  }

  private static boolean meets(Object value, String operator, Object operand) {
    if (operator.equals("$in")) {
      return ((List<?>) operand).stream().anyMatch(each -> meets(value, "$eq", each));
    }
    if (operator.equals("$ne")) {
      return !meets(value, "$eq", operand);
    }
    if (rank(value) != rank(operand)) {
      return false;
    }
    int order = compare(value, operand);
    return switch (operator) {
      case "$eq" -> order == 0;
      case "$gt" -> order > 0;
      case "$gte" -> order >= 0;
      case "$lt" -> order < 0;
      case "$lte" -> order <= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Object valueAt(Document document, String path) {
    Object value = document;
    for (String step : path.split("\\.")) {
      boolean there = value instanceof Document inner && inner.containsKey(step);
      value = there ? ((Document) value).get(step) : MISSING;
    }
    return value;
  }

  private static Comparator<Document> order(Document sort) {
    Comparator<Document> order = (a, b) -> 0;
    for (String path : sort.keySet()) {
      boolean ascending = sort.getInteger(path) > 0;
      Comparator<Document> field =
          Comparator.comparing(
              each -> place(valueAt(each, path), ascending), PlainEvaluation::compare);
      order = order.thenComparing(ascending ? field : field.reversed());
    }
    return order;
  }

  private static Object place(Object value, boolean ascending) {
    if (!(value instanceof List<?> elements)) {
      return value == null ? MISSING : value;
    }
    List<Object> sorted = new ArrayList<>(elements);
    sorted.sort(PlainEvaluation::compare);
    return sorted.isEmpty() ? EMPTY : sorted.get(ascending ? 0 : sorted.size() - 1);
  }

  private static int compare(Object one, Object other) {
    int byType = Integer.compare(rank(one), rank(other));
    if (byType != 0) {
      return byType;
    }
    return switch (rank(one)) {
      case 2 -> Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue());
      case 3 -> ((String) one).compareTo((String) other);
      case 4 -> Boolean.compare((Boolean) one, (Boolean) other);
      case 5 -> ((Date) one).compareTo((Date) other);
      default -> 0;
    };
  }

  private static int rank(Object value) {
    if (value == EMPTY) {
      return 0;
    }
    if (value == null || value == MISSING) {
      return 1;
    }
    return value instanceof Number
        ? 2
        : value instanceof String ? 3 : value instanceof Boolean ? 4 : 5;
  }
}
