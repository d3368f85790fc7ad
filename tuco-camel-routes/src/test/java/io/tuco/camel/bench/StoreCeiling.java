package io.tuco.camel.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;

/** How many writes of one document each the store takes, from as many threads as dispatch has. */
final class StoreCeiling {

  private static final int THREADS = 8;
  private static final int DOCUMENTS = 1_000;
  private static final Duration LENGTH = Duration.ofSeconds(10);

  private StoreCeiling() {}

  /** Durable updates per second. */
  static long of(String storeUri) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    try (var client = MongoClients.create(storeUri)) {
      var documents = client.getDatabase("ceiling").getCollection("documents");
      documents.drop();
      documents.insertMany(IntStream.range(0, DOCUMENTS).mapToObj(StoreCeiling::document).toList());
      var until = System.nanoTime() + LENGTH.toNanos();
      Callable<Long> writer = () -> updates(documents, until);
      var done = threads.invokeAll(Collections.nCopies(THREADS, writer));
      var updates = 0L;
      for (var each : done) {
        updates += each.get();
      }
      return updates / LENGTH.toSeconds();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Document document(int number) {
    return new Document("_id", number)
        .append("count", 0)
        .append("text", "As long as a message is. ".repeat(40));
  }

  private static long updates(MongoCollection<Document> documents, long until) {
    var place = (int) (Thread.currentThread().getId() * 97 % DOCUMENTS);
    var updates = 0L;
    while (System.nanoTime() < until) {
      place = (place + 1) % DOCUMENTS;
      documents.updateOne(eq("_id", place), Updates.inc("count", 1));
      updates++;
    }
    return updates;
  }
}
