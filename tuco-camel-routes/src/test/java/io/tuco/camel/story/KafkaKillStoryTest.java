package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.kafka.ReadRecord;
import io.tuco.camel.kafka.SharedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program dies when an event is in the topic and nobody has marked it. */
@Tag("long")
final class KafkaKillStoryTest {

  @RegisterExtension static final SharedBroker SHARED = new SharedBroker();

  @TempDir private Path directory;

  @Test
  void publishesAgainUnderTheSameIdWhatAKillLeftUnmarked() throws Exception {
    var data = Files.createDirectories(directory.resolve("tuco"));
    var broker = SHARED.broker();
    var topic = SharedBroker.unused("tuco.events");
    var kafka = "-Dtuco.kafka.brokers=" + broker.address();
    var events = "-Dtuco.kafka.events-topic=" + topic;
    var halt = "-Dtuco.failpoint=stream.after-publish-before-mark:1:halt";
    try (var server = ServerProcess.demo(data, List.of(kafka, events, halt))) {
      server.awaitReady();
      var answer =
          server
              .api()
              .post("/api/messages", "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550100\"}");
      assertThat(answer.status()).isEqualTo(201);
      server.awaitExit();
      var before = broker.read(topic, records -> !records.isEmpty());

      server.startAgain(List.of(kafka, events));
      server.awaitReady();
      var after = broker.read(topic, records -> records.size() > before.size());

      var id = answer.body().path("message").path("_id").asText();
      assertThat(after).allSatisfy(record -> assertThat(record.key()).isEqualTo(id));
      assertThat(after.stream().map(record -> record.header("webhook-id")).distinct()).hasSize(1);
      assertThat(after.stream().map(ReadRecord::value).distinct()).hasSize(1);
    }
  }
}
