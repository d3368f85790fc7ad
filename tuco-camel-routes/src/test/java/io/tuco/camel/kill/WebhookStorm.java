package io.tuco.camel.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.story.JsonHttp;
import io.tuco.camel.story.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Messages that are scheduled and cancelled, two events each, while the server is killed with
 * {@code kill -9} at random; judged by what three receivers took. A call that got no answer is made
 * again under its key.
 */
final class WebhookStorm {

  /**
   * What came of it.
   *
   * @param lost events that a receiver that answers has not taken in the end
   * @param renamed events that came under more than one id, or with more than one body
   * @param disordered messages whose events do not stand in their order by {@code seq}
   * @param forgotten events that the log of the receiver that hangs does not have
   */
  record Report(
      int kills, int events, int repeated, int lost, int renamed, int disordered, long forgotten) {}

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int PER_CALL = 100;
  private static final List<String> EVENTS = List.of("message.scheduled", "message.cancelled");

  private final int kills;
  private final int messages;
  private final Random random;
  private final List<String> ids = new ArrayList<>();
  private final StormSink healthy = new StormSink(StormSink.Manner.HEALTHY);
  private final StormSink flapping = new StormSink(StormSink.Manner.FLAPPING);
  private final StormSink hanging = new StormSink(StormSink.Manner.HANGING);

  /**
   * @param messages a multiple of 100
   */
  WebhookStorm(int kills, int messages, long seed) throws IOException {
    this.kills = kills;
    this.messages = messages;
    this.random = new Random(seed);
  }

  Report on(Path data) throws IOException {
    try (var server = ServerProcess.demo(data, flags());
        healthy;
        flapping;
        hanging) {
      server.awaitReady();
      subscribe(server.api(), healthy);
      subscribe(server.api(), flapping);
      var log = subscribe(server.api(), hanging);
      var killings = new Killings(server, kills);
      killings.start();
      accept(server);
      cancel(server);
      killings.awaitEnd();
      awaitAll();
      return judge(server, log);
    }
  }

  private static List<String> flags() {
    return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dtuco.webhook.timeout=500ms");
  }

  private static String subscribe(JsonHttp api, StormSink sink) throws IOException {
    var answer =
        api.post(
            "/api/webhooks",
            "{\"url\":\"%s\",\"events\":[\"message.scheduled\",\"message.cancelled\"],\"name\":\"s\"}"
                .formatted(sink.url()));
    return answer.body().path("id").asText();
  }

  /** Each person has a hundred messages. */
  private void accept(ServerProcess server) {
    for (var person = 0; person < messages / PER_CALL; person++) {
      var number = number(person);
      var bodies =
          IntStream.range(0, PER_CALL)
              .mapToObj(
                  place ->
                      "{\"idempotencyKey\":\"%2$s-%1$d\",\"message\":\"storm %1$d\",\"recipientPhone\":\"%2$s\",\"scheduledDate\":\"2099-01-01T00:00:00Z\"}"
                          .formatted(place, number))
              .collect(Collectors.joining(","));
      var call = "{\"messages\":[" + bodies + "]}";
      var results = answered(server, "/api/messages/bulk", call, WebhookStorm::isWhole);
      results.path("results").forEach(result -> ids.add(idOf(result)));
    }
  }

  private void cancel(ServerProcess server) {
    for (var person = 0; person < messages / PER_CALL; person++) {
      answered(
          server,
          "/api/messages/cancel-for-lead",
          "{\"recipientPhone\":\"" + number(person) + "\"}",
          any -> true);
    }
  }

  /** An item that an earlier call of ours still works on is told so, and has no message yet. */
  private static boolean isWhole(JsonNode answer) {
    return StreamSupport.stream(answer.path("results").spliterator(), false)
        .noneMatch(result -> idOf(result).isEmpty());
  }

  private static String idOf(JsonNode result) {
    return result.at("/message/_id").asText();
  }

  private JsonNode answered(
      ServerProcess server, String path, String body, Predicate<JsonNode> whole) {
    var begun = System.nanoTime();
    while (System.nanoTime() - begun < LIMIT.toNanos()) {
      try {
        var answer = server.api().post(path, body);
        if (answer.status() < 300 && whole.test(answer.body())) {
          return answer.body();
        }
      } catch (IOException e) {
        // It has just died, or is not back yet.
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
    throw new IllegalStateException(path + " is not answered");
  }

  private static String number(int person) {
    return String.format(Locale.ROOT, "+1202556%04d", person);
  }

  private void awaitAll() {
    var begun = System.nanoTime();
    while (missing(healthy) + missing(flapping) > 0
        && System.nanoTime() - begun < LIMIT.toNanos()) {
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private int missing(StormSink sink) {
    var taken =
        sink.taken().stream()
            .map(event -> event.messageId() + event.event())
            .collect(Collectors.toSet());
    return (int)
        ids.stream()
            .flatMap(id -> EVENTS.stream().map(event -> id + event))
            .filter(event -> !taken.contains(event))
            .count();
  }

  private Report judge(ServerProcess server, String log) throws IOException {
    var taken = new ArrayList<>(healthy.taken());
    taken.addAll(flapping.taken());
    Map<String, String> idOf = new HashMap<>();
    Map<String, TreeMap<Long, String>> bySeq = new HashMap<>();
    var renamed = healthy.changed().size() + flapping.changed().size();
    for (var event : taken) {
      var earlier = idOf.putIfAbsent(event.messageId() + event.event(), event.id());
      renamed += earlier != null && !earlier.equals(event.id()) ? 1 : 0;
      bySeq
          .computeIfAbsent(event.messageId(), id -> new TreeMap<>())
          .put(event.seq(), event.event());
    }
    var disordered =
        bySeq.values().stream()
            .filter(
                events ->
                    !new TreeMap<>(Map.of(1L, EVENTS.get(0), 2L, EVENTS.get(1))).equals(events))
            .count();
    var logged =
        server
            .api()
            .get("/api/webhooks/" + log + "/deliveries?limit=1")
            .body()
            .at("/pagination/totalCount")
            .asLong();
    var events = ids.size() * EVENTS.size();
    return new Report(
        kills,
        events,
        taken.size() - 2 * events,
        missing(healthy) + missing(flapping),
        renamed,
        (int) disordered,
        events - logged);
  }

  /** Somebody who kills the server now and then, and starts it again. */
  private final class Killings {

    private final Thread thread;

    Killings(ServerProcess server, int times) {
      this.thread = new Thread(() -> run(server, times), "killings");
    }

    void start() {
      thread.start();
    }

    void awaitEnd() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void run(ServerProcess server, int times) {
      for (var time = 0; time < times; time++) {
        awaitTaken((int) (EVENTS.size() * messages * (time + random.nextDouble()) / (times + 1)));
        server.kill();
        try {
          server.startAgain(flags());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        server.awaitReady();
      }
    }

    /** Somewhere in the middle of what is under way; or after a while, where nothing comes. */
    private void awaitTaken(int events) {
      var begun = System.nanoTime();
      while (healthy.taken().size() < events && System.nanoTime() - begun < PATIENCE.toNanos()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
  }
}
