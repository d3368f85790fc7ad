package io.tuco.camel.standalone.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedStoreTest {

  private static final int DUPLICATE_KEY = 11000;

  @TempDir private Path directory;
  private OpenedStore opened;

  @BeforeEach
  void open() {
    opened = OpenedStore.in(directory);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private void reopen() {
    opened.close();
    opened = OpenedStore.in(directory);
  }

  @Test
  void endsAQueryThatTakesTooLongAndServesTheNext() {
    MongoCollection<Document> leads = opened.collection("leads");
    for (int thousand = 0; thousand < 20; thousand++) {
      leads.insertMany(
          IntStream.range(0, 1_000)
              .mapToObj(each -> new Document("text", "a".repeat(50)))
              .toList());
    }

    assertThatThrownBy(
            () -> leads.find(Filters.regex("text", "b")).maxTime(1, TimeUnit.MILLISECONDS).first())
        .isInstanceOf(MongoExecutionTimeoutException.class);
    assertThatThrownBy(
            () ->
                leads.countDocuments(
                    Filters.regex("text", "b"),
                    new CountOptions().maxTime(1, TimeUnit.MILLISECONDS)))
        .isInstanceOf(MongoExecutionTimeoutException.class);
    assertThat(leads.countDocuments(Filters.regex("text", "b"))).isZero();
  }

  @Test
  void keepsDocumentsAndIndexesAcrossARestart() {
    opened
        .collection("leads")
        .createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
    opened.collection("leads").insertOne(new Document("_id", 1).append("phone", "+12025550100"));

    reopen();

    MongoCollection<Document> leads = opened.collection("leads");
    assertThat(leads.find(eq("phone", "+12025550100")).first()).containsEntry("_id", 1);
    assertThat(leads.listIndexes().map(each -> each.getString("name")).into(new ArrayList<>()))
        .containsExactlyInAnyOrder("_id_", "phone_1");
    assertThatThrownBy(() -> leads.insertOne(new Document("phone", "+12025550100")))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(DUPLICATE_KEY));
  }

  @Test
  void refusesASecondOpenerBeforeItTouchesTheData() {
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedStore.open(directory, 0))
        .withMessageContaining("in use")
        .withMessageContaining("another data directory");
  }

  @Test
  void acceptsEveryDurableWriteConcern() {
    MongoCollection<Document> leads = opened.collection("leads");

    leads
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .insertOne(new Document("_id", 1));
    leads.withWriteConcern(WriteConcern.W1).insertOne(new Document("_id", 2));

    assertThat(leads.countDocuments()).isEqualTo(2);
  }

  @Test
  void saysHelloAndNamesWhatItHas() {
    opened.collection("leads").insertOne(new Document("_id", 1));

    Document hello = opened.client().getDatabase("admin").runCommand(new Document("hello", 1));

    assertThat(hello).containsEntry("isWritablePrimary", true);
    assertThat(opened.database().runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
    assertThat(opened.database().listCollectionNames()).containsExactly("leads");
    assertThat(opened.client().listDatabaseNames()).contains("tuco");
    assertThat(opened.client().getDatabase("admin").runCommand(new Document("serverStatus", 1)))
        .containsKey("version");
  }

  @Test
  void refusesASecondDocumentWithTheSameId() {
    opened.collection("leads").insertOne(new Document("_id", 1));

    assertThatThrownBy(() -> opened.collection("leads").insertOne(new Document("_id", 1L)))
        .hasMessageContaining("E11000");
  }

  @Test
  void stopsAnOrderedBatchAtItsFirstError() {
    List<Document> documents = ids(1, 2, 2, 3);

    MongoBulkWriteException refused =
        catchThrowableOfType(
            MongoBulkWriteException.class, () -> opened.collection("leads").insertMany(documents));

    assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(2);
    assertThat(refused.getWriteErrors()).singleElement().extracting("index").isEqualTo(2);
    assertThat(opened.collection("leads").countDocuments()).isEqualTo(2);
  }

  @Test
  void goesOnAfterAnErrorInAnUnorderedBatch() {
    InsertManyOptions unordered = new InsertManyOptions().ordered(false);

    MongoBulkWriteException refused =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () -> opened.collection("leads").insertMany(ids(1, 2, 2, 3), unordered));

    assertThat(refused.getWriteResult().getInsertedCount()).isEqualTo(3);
    assertThat(opened.collection("leads").countDocuments()).isEqualTo(3);
  }

  @Test
  void stopsOrderedUpdatesAtTheFirstError() {
    MongoCollection<Document> leads = opened.collection("leads");
    leads.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
    leads.insertMany(
        List.of(
            new Document("_id", 1).append("phone", "a"),
            new Document("_id", 2).append("phone", "b"),
            new Document("_id", 3).append("phone", "c")));

    MongoBulkWriteException refused =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                leads.bulkWrite(
                    List.of(
                        new UpdateOneModel<>(eq("_id", 1), set("phone", "d")),
                        new UpdateOneModel<>(eq("_id", 2), set("phone", "c")),
                        new UpdateOneModel<>(eq("_id", 3), set("phone", "e")))));

    assertThat(refused.getWriteErrors())
        .singleElement()
        .extracting("code")
        .isEqualTo(DUPLICATE_KEY);
    assertThat(refused.getWriteResult().getModifiedCount()).isEqualTo(1);
    assertThat(leads.find(eq("_id", 3)).first()).containsEntry("phone", "c");
  }

  @Test
  void tellsWhichIdAnUpsertMade() {
    var result =
        opened
            .collection("leads")
            .updateOne(eq("_id", "x"), set("name", "Ada"), new UpdateOptions().upsert(true));

    assertThat(result.getUpsertedId().asString().getValue()).isEqualTo("x");
    assertThat(result.getMatchedCount()).isZero();
  }

  @Test
  void dropsAnIndexOfOneCollectionAndLeavesItsNamesakes() {
    opened.collection("leads").createIndex(Indexes.ascending("phone"));
    opened.collection("lines").createIndex(Indexes.ascending("phone"));

    opened.collection("leads").dropIndex("phone_1");
    reopen();

    assertThat(opened.collection("leads").listIndexes()).hasSize(1);
    assertThat(opened.collection("lines").listIndexes()).hasSize(2);
  }

  @Test
  void forgetsADroppedCollection() {
    opened.collection("leads").insertMany(ids(1, 2, 3));

    opened.collection("leads").drop();
    reopen();
    opened.collection("leads").insertOne(new Document("_id", 4));
    reopen();

    assertThat(opened.collection("leads").find()).extracting("_id").containsExactly(4);
  }

  @Test
  void refusesAnIndexItWouldNotHonour() {
    IndexOptions partial = new IndexOptions().partialFilterExpression(Filters.exists("phone"));

    assertThatThrownBy(
            () -> opened.collection("leads").createIndex(Indexes.ascending("phone"), partial))
        .isInstanceOf(MongoCommandException.class)
        .hasMessageContaining("partialFilterExpression");
  }

  @Test
  void refusesAnUpdateByPipeline() {
    opened.collection("leads").insertOne(new Document("_id", 1));

    assertThatThrownBy(
            () -> opened.collection("leads").updateOne(eq("_id", 1), List.of(set("name", "Ada"))))
        .hasMessageContaining("pipeline");
  }

  @Test
  void answersALargeResultInBatches() {
    opened.collection("leads").insertMany(ids(IntStream.range(0, 1_000).toArray()));

    List<Document> all = opened.collection("leads").find().batchSize(50).into(new ArrayList<>());

    assertThat(all).hasSize(1_000).extracting("_id").doesNotHaveDuplicates();
  }

  @Test
  void leavesADocumentAsItWasWhenItsUpdateCannotBeStored() {
    MongoCollection<Document> leads = opened.collection("leads");
    leads.createIndex(Indexes.ascending("size"));
    leads.insertOne(new Document("_id", 1).append("size", 1).append("first", "x".repeat(9 << 20)));

    assertThatThrownBy(
            () ->
                leads.updateOne(
                    eq("_id", 1),
                    new Document(
                        "$set", new Document("size", 2).append("more", "y".repeat(9 << 20)))))
        .hasMessageContaining("16 MiB");
    assertThat(leads.countDocuments(eq("size", 1))).isEqualTo(1);
    assertThat(leads.find(eq("size", 2)).first()).isNull();
  }

  @Test
  void backsUpWhileItRuns() throws Exception {
    opened.collection("leads").insertMany(ids(1, 2, 3));
    Path restored = Files.createDirectories(directory.resolve("restored/store"));

    opened.store().backupTo(restored.resolve("tuco.db"));
    opened.collection("leads").insertOne(new Document("_id", 4));

    try (OpenedStore copy = OpenedStore.in(restored.getParent())) {
      assertThat(copy.collection("leads").find()).extracting("_id").containsExactly(1, 2, 3);
    }
  }

  private static List<Document> ids(int... ids) {
    return IntStream.of(ids).mapToObj(id -> new Document("_id", id)).toList();
  }
}
