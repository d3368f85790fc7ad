package io.tuco.camel.standalone.simulator;

import static io.tuco.camel.standalone.simulator.SimulatorFixture.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise of the log: what was answered is there, even after a kill -9 under load. */
final class KilledSimulatorTest {

  private static final int SENDERS = 16;
  private static final int ANSWERED_BEFORE_THE_KILL = 200;

  @TempDir Path dataDir;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  @Test
  void remembersEverySendItAnswered() throws Exception {
    try (var process = SimulatorProcess.in(dataDir)) {
      var url = process.relayUrl() + "/api/v1/message/text?password=secret";
      IntStream.range(0, SENDERS).forEach(sender -> sendOn(url, sender, 0));

      Awaitility.await()
          .atMost(30, TimeUnit.SECONDS)
          .until(() -> answered.size() >= ANSWERED_BEFORE_THE_KILL);
      process.kill();
    }

    try (var relay = SimulatorFixture.in(dataDir)) {
      var sent = relay.sent();
      var guids = StreamSupport.stream(sent.spliterator(), false).map(one -> one.path("guid"));

      assertThat(guids.map(guid -> guid.asText())).doesNotHaveDuplicates().containsAll(answered);
      assertThat(sent)
          .extracting(one -> one.path("n").asInt())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, sent.size()).boxed().toList());
    }
  }

  /** One sender asks again as soon as it was answered, until the process is gone. */
  private CompletableFuture<Void> sendOn(String url, int sender, int round) {
    var body = SimulatorFixture.textBody(CHAT, sender + "-" + round, "hello");
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            response -> {
              answered.add(SimulatorFixture.Answer.of(response).data().path("guid").asText());
              return sendOn(url, sender, round + 1);
            });
  }
}
