package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/** Documents and queries by chance, the same ones for the same seed. */
final class RandomQueries {

  private static final List<String> FIELDS = List.of("a", "b", "c.d", "tags", "s", "_id");

  private final Random random;

  RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  List<Document> documents(int size) {
    return IntStream.range(0, size).mapToObj(this::document).toList();
  }

  Document document(int id) {
    Document document = new Document("_id", id);
    maybe(document, "a", 90, mixed());
    maybe(document, "b", 90, random.nextInt(5));
    maybe(document, "s", 20, random.nextInt(5));
    if (random.nextInt(10) < 8) {
      document.append("c", maybe(new Document(), "d", 80, mixed()));
    }
    maybe(document, "tags", 80, tags());
    return document;
  }

  private Document maybe(Document document, String field, int percent, Object value) {
    return random.nextInt(100) < percent ? document.append(field, value) : document;
  }

  private Object mixed() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> (long) random.nextInt(6);
      case 2 -> random.nextInt(12) / 2.0 - 1;
      case 3 -> List.of("", "ab", "b", "ç", "İ").get(random.nextInt(5));
      case 4 -> random.nextBoolean();
      case 5 -> new Date(1_000L * random.nextInt(4));
      default -> random.nextInt(6) - 2;
    };
  }

  private Object tags() {
    int size = random.nextInt(4);
    return random.nextInt(5) == 0
        ? random.nextInt(4)
        : IntStream.range(0, size).mapToObj(each -> (Object) random.nextInt(4)).toList();
  }

  Document filter() {
    int clauses = random.nextInt(4);
    List<Document> all = new ArrayList<>();
    for (int i = 0; i < clauses; i++) {
      all.add(random.nextInt(8) == 0 ? either() : clause());
    }
    return all.isEmpty()
        ? new Document()
        : all.size() == 1 ? all.get(0) : new Document("$and", all);
  }

  private Document either() {
    return new Document("$or", List.of(clause(), clause()));
  }

  private Document clause() {
    String field = FIELDS.get(random.nextInt(FIELDS.size()));
    return new Document(field, operand(field));
  }

  private Object operand(String field) {
    return switch (random.nextInt(7)) {
      case 0 -> new Document("$in", Arrays.asList(value(field), value(field), value(field)));
      case 1 -> new Document("$exists", random.nextBoolean());
      case 2 -> new Document("$gte", comparable(field)).append("$lt", comparable(field));
      case 3 -> new Document("$gt", comparable(field));
      case 4 -> new Document("$lte", comparable(field));
      default -> value(field);
    };
  }

  private Object value(String field) {
    return switch (field) {
      case "_id" -> random.nextInt(300);
      case "a", "c.d" -> mixed();
      default -> random.nextInt(20) == 0 ? null : (Object) random.nextInt(5);
    };
  }

  private Object comparable(String field) {
    Object value = value(field);
    return value == null ? 2 : value;
  }

  /** Ends with {@code _id}, so that there is one right answer. */
  Document sort() {
    Document sort = new Document();
    for (int i = random.nextInt(3); i > 0; i--) {
      sort.append(FIELDS.get(random.nextInt(FIELDS.size())), direction());
    }
    int last = sort.containsKey("_id") ? sort.getInteger("_id") : direction();
    return sort.append("_id", last);
  }

  private int direction() {
    return random.nextBoolean() ? 1 : -1;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }
}
