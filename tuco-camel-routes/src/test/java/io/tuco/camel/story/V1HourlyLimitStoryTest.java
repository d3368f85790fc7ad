package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.standalone.store.StoreProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one store hold a key to its requests per hour. Over the hour's edge, which no
 * process can be asked to wait for, {@code HourlyLimitTest} hammers two servers by a clock of its
 * own; where the edge falls into this test, both its hours are judged.
 */
@Tag("slow")
final class V1HourlyLimitStoryTest {

  private static final int LIMIT = 1_000;
  private static final int CALLS = 1_500;
  private static final int CALLERS = 4;

  /** What was answered in one hour. */
  private static final class Hour {
    private int admitted;
    private int refused;

    synchronized void count(int status) {
      assertThat(status).isIn(200, 429);
      admitted += status == 200 ? 1 : 0;
      refused += status == 429 ? 1 : 0;
    }
  }

  private final Map<Instant, Hour> hours = new ConcurrentHashMap<>();

  @Test
  void admitTogetherWhatIsAllowed(@TempDir Path directory) throws Exception {
    try (var store = StoreProcess.start(Files.createDirectory(directory.resolve("store")));
        var one = server(directory.resolve("one"), store);
        var other = server(directory.resolve("other"), store)) {
      one.awaitReady();
      other.awaitReady();
      var key = one.facts().path("apiKey").asText();

      hammer(List.of(new JsonHttp(one.url(), key), new JsonHttp(other.url(), key)));
    }

    assertThat(hours.values()).anyMatch(hour -> hour.refused > 0);
    assertThat(hours.values())
        .filteredOn(hour -> hour.refused > 0)
        .allSatisfy(hour -> assertThat(hour.admitted).isBetween(LIMIT * 98 / 100, LIMIT));
  }

  private void hammer(List<JsonHttp> servers) throws Exception {
    var threads = Executors.newFixedThreadPool(CALLERS);
    var calls =
        IntStream.range(0, CALLS)
            .mapToObj(i -> (Callable<Void>) () -> call(servers.get(i % servers.size())))
            .toList();
    for (var call : threads.invokeAll(calls)) {
      call.get();
    }
    threads.shutdown();
  }

  private Void call(JsonHttp server) throws IOException {
    var status = server.get("/v1/lines").status();
    var hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    hours.computeIfAbsent(hour, begun -> new Hour()).count(status);
    return null;
  }

  private static ServerProcess server(Path data, StoreProcess store) throws IOException {
    Files.createDirectory(data);
    return ServerProcess.demo(
        data,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dtuco.mongodb.uri=" + store.uri(),
            "-Dtuco.rate-limit.v1=" + LIMIT));
  }
}
