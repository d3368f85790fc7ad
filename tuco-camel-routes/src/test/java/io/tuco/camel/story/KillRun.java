package io.tuco.camel.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills the server at random moments while it sends, starts it again each time, and judges by two
 * records alone: what the API answered and what the relay synced to its log.
 */
final class KillRun {

  /** What came of a run. */
  record Report(
      int kills,
      int accepted,
      int sent,
      int lost,
      int doubled,
      int unknownSeen,
      Duration settledAfter) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "kills %d | accepted %d | sent %d | lost %d | doubled %d | unknown seen %d |"
              + " all settled %.1f s after the last text",
          kills,
          accepted,
          sent,
          lost,
          doubled,
          unknownSeen,
          settledAfter.toMillis() / 1000.0);
    }
  }

  private static final Duration SETTLE_LIMIT = Duration.ofMinutes(4);

  private final Random random;
  private final int kills;
  private final int sends;
  private final Map<String, String> accepted = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private Duration settledAfter = Duration.ZERO;

  KillRun(int kills, int sends, long seed) {
    this.kills = kills;
    this.sends = sends;
    this.random = new Random(seed);
  }

  Report on(Path data) throws IOException {
    try (var server = ServerProcess.demo(data)) {
      server.awaitReady();
      withoutGaps(server);
      for (var round = 0; round <= kills; round++) {
        submit(server, round);
        if (round < kills) {
          killSomewhere(server);
        }
      }
      settle(server);
      return judge(server);
    }
  }

  private static void withoutGaps(ServerProcess server) throws IOException {
    for (var device : server.admin().get("/admin/devices").body().path("devices")) {
      server.admin().patch("/admin/devices/" + device.path("id").asText(), "{\"gapSeconds\":0}");
    }
  }

  /** A share of the sends; each person hears each text once at most. */
  private void submit(ServerProcess server, int round) throws IOException {
    var share = sends / (kills + 1) + (round < sends % (kills + 1) ? 1 : 0);
    var api = server.api();
    for (var place = 0; place < share; place++) {
      var text = "round " + round + " text " + place;
      asked.add(text);
      var number = "+1202555" + String.format(Locale.ROOT, "%04d", random.nextInt(40) + 100);
      var answer =
          api.post(
              "/api/messages",
              "{\"message\":\"" + text + "\",\"recipientPhone\":\"" + number + "\"}");
      if (answer.status() == 201 || answer.status() == 200) {
        accepted.put(answer.body().path("message").path("_id").asText(), text);
      }
    }
  }

  private void killSomewhere(ServerProcess server) throws IOException {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(120)));
    server.kill();
    server.startAgain();
    server.awaitReady();
    noteUnknown(server);
  }

  private void noteUnknown(ServerProcess server) throws IOException {
    for (var message :
        server.api().get("/api/messages?status=sending&limit=100").body().path("messages")) {
      if (message.path("outcome").asText().equals("unknown")) {
        unknown.add(message.path("_id").asText());
      }
    }
  }

  private void settle(ServerProcess server) throws IOException {
    var begun = Instant.now();
    while (waiting(server) > 0
        && Duration.between(begun, Instant.now()).compareTo(SETTLE_LIMIT) < 0) {
      noteUnknown(server);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    settledAfter = Duration.between(begun, Instant.now());
  }

  private static long waiting(ServerProcess server) throws IOException {
    var api = server.api();
    return api.get("/api/messages?status=pending,sending,queued,scheduled&limit=1")
        .body()
        .path("pagination")
        .path("totalCount")
        .asLong(1);
  }

  private Report judge(ServerProcess server) throws IOException {
    var times = new HashMap<String, Integer>();
    for (JsonNode sent : server.control().get("/sent").body().path("sent")) {
      times.merge(sent.path("text").asText(), 1, Integer::sum);
    }
    var api = server.api();
    var sent = 0;
    for (var id : accepted.keySet()) {
      var status = api.get("/api/messages/" + id).body().path("message").path("status").asText();
      sent += status.equals("sent") ? 1 : 0;
    }
    var lost = accepted.values().stream().filter(text -> !times.containsKey(text)).count();
    var doubled = asked.stream().filter(text -> times.getOrDefault(text, 0) > 1).count();
    return new Report(
        kills, accepted.size(), sent, (int) lost, (int) doubled, unknown.size(), settledAfter);
  }
}
