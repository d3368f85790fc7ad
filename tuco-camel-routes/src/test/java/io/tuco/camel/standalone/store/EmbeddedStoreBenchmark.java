package io.tuco.camel.standalone.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.LoggerFactory;

/**
 * Prints what the embedded store does on this machine, client and store in one process: one line
 * per figure, the median of five runs.
 *
 * <p>Arguments: documents (100000), client threads (16) and the data directory, which stays (a
 * temporary one, which goes).
 */
final class EmbeddedStoreBenchmark {

  private static final int RUNS = 5;
  private static final int OPERATIONS = 20_000;

  private final MongoCollection<Document> messages;
  private final ExecutorService clients;
  private final int size;
  private final int threads;

  private EmbeddedStoreBenchmark(
      MongoCollection<Document> messages, ExecutorService clients, int size, int threads) {
    this.messages = messages;
    this.clients = clients;
    this.size = size;
    this.threads = threads;
  }

  public static void main(String[] arguments) throws Exception {
    int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
    if (arguments.length > 2) {
      run(Path.of(arguments[2]), size, threads);
      return;
    }
    Path directory = Files.createTempDirectory("tuco-benchmark");
    run(directory, size, threads);
    try (Stream<Path> files = Files.walk(directory).sorted(Comparator.reverseOrder())) {
      files.map(Path::toFile).forEach(File::delete);
    }
  }

  private static void run(Path directory, int size, int threads) throws Exception {
    // Its own start is not the store's.
    LoggerFactory.getLogger(EmbeddedStoreBenchmark.class).debug("Starting");
    System.out.printf("start, empty: %d ms%n", open(directory, size, threads, false));
    int stored = size + RUNS * OPERATIONS;
    System.out.printf(
        "start, %,d documents: %d ms%n", stored, open(directory, size, threads, true));
  }

  private static long open(Path directory, int size, int threads, boolean filled) throws Exception {
    long start = System.nanoTime();
    EmbeddedStore store = EmbeddedStore.open(directory, 0);
    long started = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    try (store;
        MongoClient client = MongoClients.create(store.uri())) {
      ExecutorService clients = Executors.newFixedThreadPool(threads);
      MongoCollection<Document> messages = client.getDatabase("tuco").getCollection("messages");
      var benchmark = new EmbeddedStoreBenchmark(messages, clients, size, threads);
      if (!filled) {
        benchmark.fill();
        benchmark.measure();
      }
      printMemory();
      clients.shutdownNow();
      return started;
    }
  }

  private void fill() {
    messages.createIndex(Indexes.ascending("lane", "due", "_id"));
    messages.createIndex(
        Indexes.compoundIndex(Indexes.ascending("workspace"), Indexes.descending("created")));
    messages.createIndex(Indexes.ascending("phone"));
    for (int from = 0; from < size; from += 1_000) {
      messages.insertMany(IntStream.range(from, from + 1_000).mapToObj(this::message).toList());
    }
  }

  private Document message(int number) {
    return new Document("_id", "message-" + number)
        .append("lane", "lane-" + number % 100)
        .append("due", number)
        .append("epoch", 0)
        .append("workspace", "workspace-" + number % 10)
        .append("created", number)
        .append("phone", "+1202" + number)
        .append("text", "Hello there, this is a message of an ordinary length. ".repeat(4));
  }

  private void measure() throws InterruptedException {
    AtomicInteger next = new AtomicInteger(size);
    print("inserts", i -> messages.insertOne(message(next.incrementAndGet())));
    print("compare-and-sets", this::compareAndSet);
    print("claims", this::claim);
    print("lookups by _id", i -> messages.find(eq("_id", "message-" + i * 7 % size)).first());
    print("lookups by index", i -> messages.find(eq("phone", "+1202" + i * 7 % size)).first());
  }

  private void compareAndSet(int i) {
    messages.updateOne(
        and(eq("_id", "message-" + i * 9 % size), eq("lane", "lane-" + i * 9 % size % 100)),
        Updates.inc("epoch", 1));
  }

  private void claim(int i) {
    messages.findOneAndUpdate(
        and(eq("lane", "lane-" + i % 100), lte("due", size)),
        Updates.combine(Updates.inc("due", size), Updates.inc("epoch", 1)),
        new FindOneAndUpdateOptions().sort(ascending("due", "_id")));
  }

  private void print(String what, IntConsumer operation) throws InterruptedException {
    long[] rates = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      rates[run] = rate(operation);
    }
    Arrays.sort(rates);
    System.out.printf("%s: %,d/s (%,d to %,d)%n", what, rates[RUNS / 2], rates[0], rates[RUNS - 1]);
  }

  private long rate(IntConsumer operation) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    clients.invokeAll(
        Collections.nCopies(
            threads,
            () -> {
              for (int i = next.getAndIncrement(); i < OPERATIONS; i = next.getAndIncrement()) {
                operation.accept(i);
              }
              return true;
            }));
    return OPERATIONS * TimeUnit.SECONDS.toNanos(1) / (System.nanoTime() - start);
  }

  private static void printMemory() throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("heap: %d MiB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
          .forEach(System.out::println);
    }
  }
}
