package io.tuco.camel.standalone.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}; nothing is there in part. */
@Tag("long")
final class DurabilityTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 20;
  private static final int INSERTS = 1_000;

  @TempDir private Path directory;
  private final ExecutorService clients = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stopClients() {
    clients.shutdownNow();
  }

  @Test
  void losesNoAcknowledgedInsert() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      insertAndKill(round);

      try (OpenedStore opened = OpenedStore.in(directory)) {
        MongoCollection<Document> messages = opened.collection("messages");
        assertThat(messages.countDocuments(eq("round", round))).isEqualTo(INSERTS);
        assertThat(messages.countDocuments()).isEqualTo(round * INSERTS);
      }
    }
  }

  private void insertAndKill(int round) throws Exception {
    try (StoreProcess process = StoreProcess.start(directory);
        MongoClient client = MongoClients.create(process.uri())) {
      MongoCollection<Document> messages = client.getDatabase("tuco").getCollection("messages");
      messages.createIndex(Indexes.ascending("round"));
      List<Future<?>> inserts = new ArrayList<>();
      for (int i = 0; i < INSERTS; i++) {
        Document message = new Document("_id", round * INSERTS + i).append("round", round);
        inserts.add(clients.submit(() -> messages.insertOne(message)));
      }
      for (Future<?> insert : inserts) {
        insert.get();
      }
      process.kill();
    }
  }

  @Test
  void keepsEveryAcknowledgedUpdateWholeWhenKilledInTheMiddle() throws Exception {
    AtomicIntegerArray acknowledged = new AtomicIntegerArray(THREADS);
    try (StoreProcess process = StoreProcess.start(directory);
        MongoClient client = MongoClients.create(process.uri())) {
      MongoCollection<Document> counters = client.getDatabase("tuco").getCollection("counters");
      IntStream.range(0, THREADS).forEach(id -> counters.insertOne(counter(id, 0)));
      CountDownLatch enough = new CountDownLatch(3_000);
      List<Future<?>> updates =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(
                  id -> clients.submit(() -> count(counters, id, acknowledged, enough)))
              .toList();
      enough.await();

      process.kill();

      for (Future<?> update : updates) {
        update.get();
      }
    }

    try (OpenedStore opened = OpenedStore.in(directory)) {
      for (Document counter : opened.collection("counters").find()) {
        int id = counter.getInteger("_id");
        assertThat(counter.getInteger("n")).isGreaterThanOrEqualTo(acknowledged.get(id));
        assertThat(counter).isEqualTo(counter(id, counter.getInteger("n")));
      }
    }
  }

  /** Until the store dies; which of 10,000 updates that is, nobody knows. */
  private static void count(
      MongoCollection<Document> counters,
      int id,
      AtomicIntegerArray acknowledged,
      CountDownLatch enough) {
    try {
      for (int n = 1; n <= 10_000 / THREADS; n++) {
        counters.replaceOne(eq("_id", id), counter(id, n));
        acknowledged.set(id, n);
        enough.countDown();
      }
    } catch (MongoException e) {
      // The store was killed, as planned.
    }
  }

  private static Document counter(int id, int n) {
    return new Document("_id", id).append("n", n).append("text", ("n" + n).repeat(n % 500));
  }
}
