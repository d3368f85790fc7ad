package io.tuco.camel.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index changes what a query costs and never what it answers. */
final class QuerySemanticsTest {

  private static final int DOCUMENTS = 300;
  private static final int QUERIES = 600;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersAsAPlainEvaluationDoes(long seed) {
    RandomQueries random = new RandomQueries(seed);
    List<Document> documents = new ArrayList<>(random.documents(DOCUMENTS));
    try (OpenedStore opened = OpenedStore.in(directory)) {
      MongoCollection<Document> collection = indexed(opened, seed);
      collection.insertMany(documents);
      rewriteSome(collection, documents, random);

      for (int i = 0; i < QUERIES; i++) {
        compare(collection, documents, random);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void answersTheSameAfterARestart(long seed) {
    RandomQueries random = new RandomQueries(seed);
    List<Document> documents = new ArrayList<>(random.documents(DOCUMENTS));
    try (OpenedStore opened = OpenedStore.in(directory)) {
      MongoCollection<Document> collection = indexed(opened, seed);
      collection.insertMany(documents);
      rewriteSome(collection, documents, random);
    }

    try (OpenedStore opened = OpenedStore.in(directory)) {
      for (int i = 0; i < QUERIES / 2; i++) {
        compare(opened.collection("things"), documents, random);
      }
    }
  }

  private static MongoCollection<Document> indexed(OpenedStore opened, long seed) {
    MongoCollection<Document> collection = opened.collection("things");
    collection.createIndex(Indexes.ascending("a", "b"));
    collection.createIndex(
        Indexes.compoundIndex(Indexes.ascending("b"), Indexes.descending("a", "_id")));
    collection.createIndex(Indexes.ascending("s"), new IndexOptions().sparse(true));
    collection.createIndex(Indexes.descending("c.d"));
    if (seed % 2 == 0) {
      collection.createIndex(Indexes.ascending("tags", "b"));
    }
    return collection;
  }

  private static void rewriteSome(
      MongoCollection<Document> collection, List<Document> documents, RandomQueries random) {
    for (int i = 0; i < DOCUMENTS / 2; i++) {
      int place = random.upTo(documents.size());
      Document next = random.document(documents.get(place).getInteger("_id"));
      if (i % 5 == 0) {
        documents.remove(place);
        collection.deleteOne(new Document("_id", next.get("_id")));
      } else {
        documents.set(place, next);
        collection.replaceOne(new Document("_id", next.get("_id")), next, new ReplaceOptions());
      }
    }
  }

  private static void compare(
      MongoCollection<Document> collection, List<Document> documents, RandomQueries random) {
    Document filter = random.filter();
    Document sort = random.sort();
    int skip = random.upTo(3) == 0 ? random.upTo(10) : 0;
    int limit = random.upTo(2) == 0 ? 1 + random.upTo(20) : 0;

    List<Object> found =
        collection
            .find(filter)
            .sort(sort)
            .skip(skip)
            .limit(limit)
            .map(each -> each.get("_id"))
            .into(new ArrayList<>());

    assertThat(found)
        .as("filter %s sort %s skip %s limit %s", filter, sort, skip, limit)
        .isEqualTo(PlainEvaluation.ids(documents, filter, sort, skip, limit));
    assertThat(collection.countDocuments(filter))
        .as("count of %s", filter)
        .isEqualTo(PlainEvaluation.ids(documents, filter, sort, 0, 0).size());
  }

  @Test
  void ordersTextByItsUnitsAndLargeNumbersExactly() {
    List<Object> inOrder =
        List.of(
            -1e300,
            -5,
            -0.5,
            0L,
            1,
            1.5,
            (1L << 53),
            (1L << 53) + 1,
            Long.MAX_VALUE - 1,
            1e300,
            "",
            "\u0000",
            "\u0001",
            "a",
            "a\u0000",
            "aa",
            "z",
            "é",
            "中",
            "\uD83D\uDE00",
            "\uFFFD");

    List<byte[]> keys = inOrder.stream().map(KeyBytes::of).toList();

    assertThat(keys).isSortedAccordingTo(Arrays::compareUnsigned);
    assertThat(KeyBytes.of(1)).isEqualTo(KeyBytes.of(1L)).isEqualTo(KeyBytes.of(1.0));
    assertThat(KeyBytes.of(-0.0)).isEqualTo(KeyBytes.of(0));
  }

  @Test
  void keepsASecondValueOutOfAUniqueIndex() {
    try (OpenedStore opened = OpenedStore.in(directory)) {
      MongoCollection<Document> lines = opened.collection("lines");
      lines.createIndex(Indexes.ascending("workspace", "name"), new IndexOptions().unique(true));
      lines.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true));
      lines.insertOne(new Document("_id", 1).append("workspace", "w").append("name", "a"));
      lines.insertOne(new Document("_id", 2).append("workspace", "w").append("name", "b"));

      assertThatThrownBy(() -> lines.insertOne(new Document("workspace", "w").append("name", "a")))
          .hasMessageContaining("E11000");
      assertThatThrownBy(
              () ->
                  lines.replaceOne(
                      new Document("_id", 2), new Document("workspace", "w").append("name", "a")))
          .hasMessageContaining("E11000");
      assertThat(lines.countDocuments()).isEqualTo(2);
    }
  }
}
