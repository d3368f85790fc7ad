package io.tuco.camel.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query costs must not depend on how much it does not ask for. */
final class IndexUseTest {

  private static final int FEW = 1_000;
  private static final int MANY = 100_000;

  @TempDir private static Path directory;
  private static OpenedStore opened;

  @BeforeAll
  static void fill() {
    opened = OpenedStore.in(directory);
    fill("few", FEW);
    fill("many", MANY);
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  private static void fill(String name, int size) {
    MongoCollection<Document> messages = opened.collection(name);
    messages.createIndex(Indexes.ascending("lane", "due", "_id"));
    messages.createIndex(
        Indexes.compoundIndex(Indexes.ascending("workspace"), Indexes.descending("created")));
    messages.createIndex(Indexes.ascending("recipient.phone"));
    messages.createIndex(Indexes.ascending("claimedBy"), new IndexOptions().sparse(true));
    messages.createIndex(
        Indexes.compoundIndex(
            Indexes.ascending("ended.line"),
            Indexes.descending("ended.at"),
            Indexes.ascending("ended.failed")),
        new IndexOptions().sparse(true));
    for (int from = 0; from < size; from += 1_000) {
      messages.insertMany(
          IntStream.range(from, from + 1_000).mapToObj(IndexUseTest::message).toList());
    }
  }

  private static Document message(int number) {
    Document message = new Document("_id", number);
    if (number < 20) {
      message.append(
          "ended",
          new Document("line", "line-" + number % 2)
              .append("at", number)
              .append("failed", number > 10));
    }
    return message
        .append("lane", "lane-" + number % 10)
        .append("due", number)
        .append("workspace", "w" + number % 5)
        .append("created", number * 7 % 1_000)
        .append("recipient", new Document("phone", "+1202" + number));
  }

  /** What a command looks at: index keys and documents. */
  private record Cost(long keys, long documents) {

    static Cost of(String collection, Runnable command) {
      Examined examined = opened.examined(collection);
      long keys = examined.keys();
      long documents = examined.documents();
      command.run();
      return new Cost(examined.keys() - keys, examined.documents() - documents);
    }
  }

  private static void costsTheSame(Consumer<MongoCollection<Document>> command) {
    Cost few = Cost.of("few", () -> command.accept(opened.collection("few")));
    Cost many = Cost.of("many", () -> command.accept(opened.collection("many")));

    assertThat(many).isEqualTo(few);
    assertThat(many.keys()).isLessThan(50);
    assertThat(many.documents()).isLessThan(25);
  }

  @Test
  void claimsTheFirstDueMessageOfALane() {
    costsTheSame(
        messages -> {
          Document claimed =
              messages.findOneAndUpdate(
                  and(eq("lane", "lane-3"), lte("due", 500)),
                  Updates.inc("due", 100_000_000),
                  new FindOneAndUpdateOptions().sort(ascending("due", "_id")));

          assertThat(claimed).isNotNull();
        });
  }

  @Test
  void looksUpAnEmbeddedField() {
    costsTheSame(
        messages ->
            assertThat(messages.find(eq("recipient.phone", "+1202777")).first())
                .containsEntry("_id", 777));
  }

  @Test
  void countsWhatEndedByLine() {
    costsTheSame(
        messages -> {
          List<Document> groups =
              messages
                  .aggregate(
                      List.of(
                          Aggregates.match(
                              and(
                                  in("ended.line", "line-0", "line-1"),
                                  gte("ended.at", 5),
                                  eq("ended.failed", true))),
                          Aggregates.group("$ended.line", Accumulators.sum("count", 1))))
                  .into(new ArrayList<>());

          assertThat(groups).hasSize(2);
        });
  }

  @Test
  void listsTheLatestThatEndedOnALine() {
    costsTheSame(
        messages ->
            assertThat(
                    messages
                        .find(and(eq("ended.line", "line-1"), gte("ended.at", 5)))
                        .sort(descending("ended.at"))
                        .limit(3)
                        .into(new ArrayList<>()))
                .extracting(found -> found.get("_id"))
                .containsExactly(19, 17, 15));
  }

  @Test
  void listsTheNewestOfAWorkspace() {
    costsTheSame(
        messages -> {
          List<Document> page =
              messages
                  .find(eq("workspace", "w2"))
                  .sort(descending("created"))
                  .limit(20)
                  .into(new ArrayList<>());

          assertThat(page).hasSize(20);
        });
  }

  @Test
  void looksUpAnIdWhateverElseItAsks() {
    costsTheSame(
        messages ->
            assertThat(
                    messages
                        .find(and(eq("workspace", "w2"), eq("_id", 7), eq("created", 49)))
                        .into(new ArrayList<>()))
                .hasSize(1));
  }

  @Test
  void mergesTheLanesOfAnIn() {
    costsTheSame(
        messages ->
            assertThat(
                    messages
                        .find(and(in("lane", "lane-7", "lane-8"), gte("due", 100)))
                        .sort(ascending("due"))
                        .limit(4)
                        .map(each -> each.getInteger("due"))
                        .into(new ArrayList<>()))
                .containsExactly(107, 108, 117, 118));
  }

  @Test
  void updatesAndDeletesByIdDirectly() {
    costsTheSame(
        messages -> {
          messages.insertOne(message(-1));
          messages.updateOne(eq("_id", -1), Updates.set("lane", "none"));
          messages.deleteOne(eq("_id", -1));
        });
  }

  @Test
  void updatesTheFirstMatchWithoutSearchingForAll() {
    costsTheSame(messages -> messages.updateOne(eq("workspace", "w1"), Updates.inc("tries", 1)));
  }

  @Test
  void findsInASparseIndexOnlyWhatIsThere() {
    costsTheSame(
        messages -> assertThat(messages.countDocuments(eq("claimedBy", "nobody"))).isZero());
  }

  @Test
  void aggregatesWhatItsMatchFinds() {
    costsTheSame(
        messages ->
            messages
                .aggregate(
                    List.of(
                        Aggregates.match(and(eq("lane", "lane-9"), lte("due", 99))),
                        Aggregates.group("$workspace")))
                .into(new ArrayList<>()));
  }

  @Test
  void countsByKeysAlone() {
    Cost cost =
        Cost.of(
            "many",
            () ->
                assertThat(opened.collection("many").countDocuments(eq("lane", "lane-5")))
                    .isEqualTo(MANY / 10));

    assertThat(cost).isEqualTo(new Cost(MANY / 10, 0));
  }

  /** The best of rounds taken in turn: a machine that is busy elsewhere only makes them slower. */
  @Test
  void takesNoLongerForMoreDocuments() {
    long few = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    for (int round = 0; round < 15; round++) {
      few = Math.min(few, nanosOfClaims("few"));
      many = Math.min(many, nanosOfClaims("many"));
    }

    assertThat(many).isLessThan(3 * few + TimeUnit.MILLISECONDS.toNanos(20));
  }

  private static long nanosOfClaims(String collection) {
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      opened
          .collection(collection)
          .findOneAndUpdate(
              and(eq("lane", "lane-" + i % 10), lte("due", MANY)),
              Updates.inc("tries", 1),
              new FindOneAndUpdateOptions().sort(ascending("due", "_id")));
    }
    return System.nanoTime() - start;
  }
}
