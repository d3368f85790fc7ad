package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A caller may wait for the end of its message; whoever waits is in nobody's way. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
final class PreferWaitStoryTest {

  /** Far more than the listener has workers. */
  private static final int CALLERS = 100;

  private static final String FUTURE = ",\"scheduledDate\":\"2099-01-01T00:00:00Z\"";

  private static final AtomicInteger TEXTS = new AtomicInteger();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static LoopbackProduct tuco;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
    tuco.macLine(tuco.device(0), "+12025550171", "");
  }

  @AfterAll
  static void close() {
    tuco.close();
  }

  @Test
  void isToldThatItsTextWasSent() throws Exception {
    var answer = sends("wait=20", "").get();

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(JsonHttp.json(answer.body()).path("status").asText()).isEqualTo("sent");
    assertThat(JsonHttp.json(answer.body()).at("/message/sentAt").asText()).isNotEmpty();
    assertThat(answer.headers().firstValue("preference-applied")).contains("wait=20");
  }

  @Test
  void holdsNoThread() throws Exception {
    var waiting = IntStream.range(0, CALLERS).mapToObj(n -> sends("wait=8", FUTURE)).toList();
    await()
        .atMost(Duration.ofSeconds(7))
        .until(() -> scheduled() == CALLERS && waiting.stream().noneMatch(Waiting::isOver));

    var answer = tuco.api().get("/api/lines/by-user");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(waiting).noneMatch(Waiting::isOver);
    for (var each : waiting) {
      var late = each.get();
      assertThat(JsonHttp.json(late.body()).path("status").asText()).isEqualTo("scheduled");
      assertThat(late.headers().firstValue("preference-applied")).contains("wait=8");
    }
  }

  private static long scheduled() throws Exception {
    return tuco.api()
        .get("/api/messages?status=scheduled&limit=1")
        .body()
        .at("/pagination/totalCount")
        .asLong();
  }

  private record Waiting(CompletableFuture<HttpResponse<String>> answer) {
    boolean isOver() {
      return answer.isDone();
    }

    HttpResponse<String> get() throws Exception {
      return answer.get();
    }
  }

  private static Waiting sends(String preference, String more) {
    var number = TEXTS.incrementAndGet();
    var body =
        "{\"message\":\"Hi %d\",\"recipientPhone\":\"+1202555%04d\"%s}"
            .formatted(number, 1000 + number, more);
    var request =
        HttpRequest.newBuilder(URI.create(tuco.url() + "/api/messages"))
            .header("Authorization", "Bearer " + tuco.key())
            .header("Prefer", preference)
            .POST(BodyPublishers.ofString(body))
            .build();
    return new Waiting(CLIENT.sendAsync(request, BodyHandlers.ofString()));
  }
}
