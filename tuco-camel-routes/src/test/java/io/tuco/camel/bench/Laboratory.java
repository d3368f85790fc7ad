package io.tuco.camel.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A relay and a server, each a process of its own, and what an experiment does to them: send, fill,
 * wait, count.
 */
final class Laboratory implements AutoCloseable {

  private static final String RELAY_HEAP = "-Xmx256m";
  private static final int RELAY_PORTS = 10;
  private static final int CALLERS = 32;

  /** Far from the people of copies. */
  private static final int FIRST_PERSON = 7_000_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path relayLog;
  private final ChildJvm relay;
  private final String relayUrl;
  private final ChildJvm server;
  private final BenchServer.Facts facts;
  private final MongoClient mongo;
  private int people;

  private Laboratory(Path directory, Fleet.Size size, List<String> flags) throws IOException {
    relayLog = directory.resolve("relay.log");
    relay =
        ChildJvm.of(
            ZeroLatencyRelay.class,
            directory,
            List.of(RELAY_HEAP),
            List.of(relayLog.toString(), Integer.toString(RELAY_PORTS)));
    var relays = List.of(relay.answer().split(" "));
    relayUrl = relays.get(0);
    server = ChildJvm.of(BenchServer.class, directory, flags, arguments(directory, size, relays));
    facts = BenchServer.facts(server.answer());
    mongo = MongoClients.create(facts.storeUri());
  }

  /**
   * @param heap of the server, as the JVM's option says it, such as {@code -Xmx512m}
   */
  static Laboratory open(Fleet.Size size, String heap) throws IOException {
    return new Laboratory(Files.createTempDirectory("tuco-bench"), size, List.of(heap));
  }

  /** The same with nobody who counts commands: the driver reads each a second time for those. */
  static Laboratory openUncounted(Fleet.Size size, String heap) throws IOException {
    return new Laboratory(
        Files.createTempDirectory("tuco-bench"), size, List.of(heap, BenchServer.UNCOUNTED));
  }

  private static List<String> arguments(Path directory, Fleet.Size size, List<String> relays) {
    var arguments = new ArrayList<String>();
    arguments.add(directory.resolve("data").toString());
    arguments.add(Integer.toString(size.devices()));
    arguments.add(Long.toString(size.gap().toMillis()));
    arguments.add(Integer.toString(size.limits().messagesPerDay()));
    arguments.addAll(relays);
    return arguments;
  }

  Fleet fleet() {
    return facts.fleet();
  }

  String url() {
    return facts.url();
  }

  MongoDatabase database() {
    return mongo.getDatabase(RunningProduct.DATABASE);
  }

  /**
   * Sends to somebody new, from the line at a place.
   *
   * @param more fields of the body, such as {@code "scheduledDate":"…"}; may be empty
   */
  CompletableFuture<Void> send(int place, String more) {
    people++;
    return send(place, Fleet.person(FIRST_PERSON + people), more);
  }

  private CompletableFuture<Void> send(int place, String person, String more) {
    var body =
        "{\"message\":\"Good morning\",\"recipientPhone\":\"%s\",\"fromLineId\":\"%s\"%s}"
            .formatted(person, fleet().lines().get(place), more.isEmpty() ? "" : "," + more);
    var request =
        HttpRequest.newBuilder(URI.create(facts.url() + "/api/messages"))
            .header("Authorization", "Bearer " + fleet().key())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString()).thenAccept(Laboratory::check);
  }

  private static void check(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      throw new CompletionException(
          new IOException("a send was answered " + answer.statusCode() + ": " + answer.body()));
    }
  }

  /**
   * So many accepts, as fast as some callers at once get answers, from one line after the other.
   */
  void sendMany(int texts) {
    var free = new Semaphore(CALLERS);
    var calls = new ArrayList<CompletableFuture<Void>>();
    for (var number = 0; number < texts; number++) {
      free.acquireUninterruptibly();
      calls.add(
          send(number % fleet().lines().size(), "")
              .whenComplete((nothing, failure) -> free.release()));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
  }

  /** One accept from every line, which also wakes its lane. */
  void sendFromEveryLine(String more) {
    for (var place = 0; place < fleet().lines().size(); place++) {
      send(place, more).join();
    }
  }

  /**
   * What a send stores, to be copied; it lies still by then.
   *
   * @param more as in {@link #send}
   */
  DocumentCopies copiesOf(String more) {
    // The first send from a line may make what the line has once and for all.
    send(0, more).join();
    rest(Duration.ofSeconds(3));
    var before = DocumentCopies.seen(database());
    var person = Fleet.person(FIRST_PERSON + people + 1);
    send(0, more).join();
    rest(Duration.ofSeconds(3));
    return DocumentCopies.of(
        database(),
        before,
        new DocumentCopies.Accepted(person, fleet().lines().get(0), fleet().devices().get(0)));
  }

  /** How many texts the relay has taken. */
  long sends() throws IOException {
    var request = HttpRequest.newBuilder(URI.create(relayUrl + "/sends")).build();
    return Long.parseLong(client.sendAsync(request, BodyHandlers.ofString()).join().body());
  }

  /** Waits until the relay has taken so many texts; how many it has by the limit. */
  long awaitSends(long many, Duration limit) throws IOException {
    var until = System.nanoTime() + limit.toNanos();
    var sends = sends();
    while (sends < many && System.nanoTime() < until) {
      rest(Duration.ofMillis(50));
      sends = sends();
    }
    rest(Duration.ofMillis(100));
    return sends;
  }

  List<RelayedSend> relayed() throws IOException {
    return RelayedSend.in(relayLog);
  }

  Tally commands() throws IOException {
    return BenchServer.tally(server.ask("commands"));
  }

  Tally documents() throws IOException {
    return BenchServer.tally(server.ask("documents"));
  }

  /** From now on devices rest after a text; until then they do not. */
  void letDevicesRest() throws IOException {
    server.ask("rest");
    rest(Duration.ofSeconds(3));
  }

  /** What the server and the generator, which is this process, have used of the processors. */
  Duration processorTime() {
    var own = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    return server.processorTime().plus(own);
  }

  /** In MiB, after a collection. */
  long heap() throws IOException {
    return Long.parseLong(server.ask("heap"));
  }

  /** Single writes per second of the same store. */
  long ceiling() throws IOException {
    return Long.parseLong(server.ask("ceiling"));
  }

  static void rest(Duration length) {
    var until = System.nanoTime() + length.toNanos();
    for (var left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  static long epochNanos() {
    var now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  @Override
  public void close() throws IOException {
    mongo.close();
    server.close();
    relay.close();
    try (var files = Files.walk(relayLog.getParent())) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
