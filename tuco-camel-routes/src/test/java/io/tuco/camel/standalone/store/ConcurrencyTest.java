package io.tuco.camel.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrencyTest {

  private static final int RIVALS = 8;

  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
  private OpenedStore opened;

  @BeforeEach
  void open() {
    opened = OpenedStore.in(directory);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    opened.close();
  }

  @Test
  void letsExactlyOneOfEightRivalsWin() throws Exception {
    MongoCollection<Document> lanes = opened.collection("lanes");
    lanes.insertOne(new Document("_id", "lane").append("epoch", 0));

    for (int round = 0; round < 200; round++) {
      int epoch = round;
      Callable<Long> rival =
          () ->
              lanes
                  .updateOne(and(eq("_id", "lane"), eq("epoch", epoch)), inc("epoch", 1))
                  .getModifiedCount();

      List<Future<Long>> outcomes = threads.invokeAll(Collections.nCopies(RIVALS, rival));

      assertThat(outcomes).extracting(Future::get).containsOnlyOnce(1L);
    }
  }

  @Test
  void showsReadersWholeDocumentsWhileTheyChange() throws Exception {
    MongoCollection<Document> messages = opened.collection("messages");
    messages.createIndex(Indexes.ascending("n"));
    for (int id = 0; id < 50; id++) {
      messages.insertOne(new Document("_id", id).append("n", 0).append("copy", 0));
    }
    AtomicBoolean writing = new AtomicBoolean(true);
    List<Future<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < RIVALS / 2; i++) {
      readers.add(threads.submit(() -> readWhile(writing, messages)));
    }

    List<Callable<Object>> writers = Collections.nCopies(RIVALS / 2, () -> writeTo(messages));
    for (Future<Object> writer : threads.invokeAll(writers)) {
      writer.get();
    }
    writing.set(false);

    for (Future<Integer> reader : readers) {
      assertThat(reader.get()).isPositive();
    }
  }

  private static Object writeTo(MongoCollection<Document> messages) {
    for (int n = 1; n <= 1_000; n++) {
      messages.updateOne(eq("_id", n % 50), combine(inc("n", 1), inc("copy", 1), set("at", n)));
    }
    return messages;
  }

  /** One query by key, one along the index that the writers keep moving documents in. */
  private static int readWhile(AtomicBoolean writing, MongoCollection<Document> messages) {
    int reads = 0;
    while (writing.get() || reads == 0) {
      Document one = messages.find(eq("_id", reads % 50)).first();
      List<Document> many = messages.find(gte("n", 0)).into(new ArrayList<>());

      assertThat(one.getInteger("copy")).isEqualTo(one.getInteger("n"));
      assertThat(many).extracting("_id").doesNotHaveDuplicates();
      assertThat(many).allSatisfy(each -> assertThat(each.get("copy")).isEqualTo(each.get("n")));
      reads++;
    }
    return reads;
  }
}
