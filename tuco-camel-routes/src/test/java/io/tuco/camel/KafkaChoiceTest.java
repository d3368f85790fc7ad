package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.camel.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When Kafka is on, and what the settings refuse. */
final class KafkaChoiceTest {

  private final Map<String, String> set = new HashMap<>();
  @TempDir private Path directory;

  @Test
  void isOffUntilABrokerIsNamed() {
    assertThat(choice()).isEmpty();
  }

  @Test
  void publishesAndTakesNothingIn() {
    set.put("tuco.kafka.brokers", "kafka-1:9092,kafka-2:9092");

    assertThat(choice())
        .contains(
            new KafkaSettings(
                "kafka-1:9092,kafka-2:9092", "tuco.events", Optional.empty(), Map.of()));
  }

  @Test
  void takesSendsOfTheWorkspacesThatAreNamed() {
    takesSends();

    assertThat(choice().orElseThrow().sends())
        .contains(
            new KafkaSettings.Sends(
                "tuco.sends", "tuco.sends.rejected", "tuco-sends", Set.of("org_1", "org_2")));
  }

  @Test
  void refusesATopicWithoutBrokersOrWorkspaces() {
    set.put("tuco.kafka.sends-topic", "tuco.sends");

    assertThatThrownBy(this::choice)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("tuco.kafka.sends-topic needs tuco.kafka.brokers")
        .hasMessageContaining("tuco.kafka.sends-workspaces must name the workspaces");
  }

  @Test
  void refusesToReadWhatItWrites() {
    takesSends();
    set.put("tuco.kafka.rejected-topic", "tuco.sends");

    assertThatThrownBy(this::choice)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("must differ");
  }

  @Test
  void refusesWhatIsNoBrokerAndNoTopic() {
    set.put("tuco.kafka.brokers", "kafka-1");
    set.put("tuco.kafka.events-topic", "tuco events?x=1");

    assertThatThrownBy(this::choice)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("tuco.kafka.brokers must be")
        .hasMessageContaining("tuco.kafka.events-topic must be");
  }

  @Test
  void readsHowToLogIn() throws IOException {
    set.put("tuco.kafka.brokers", "kafka-1:9092");
    set.put(
        "tuco.kafka.client-config",
        file("security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nssl.truststore.location=/t\n"));

    assertThat(choice().orElseThrow().client())
        .containsOnly(
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("sasl.mechanism", "PLAIN"),
            Map.entry("ssl.truststore.location", "/t"));
  }

  @Test
  void refusesAFileThatWouldUndoThePromises() throws IOException {
    set.put("tuco.kafka.brokers", "kafka-1:9092");
    set.put("tuco.kafka.client-config", file("acks=0\nsecurity.protocol=SSL\n"));

    assertThatThrownBy(this::choice)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("tuco.kafka.client-config may not set acks")
        .hasMessageNotContaining("security.protocol");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    set.put("tuco.kafka.brokers", "kafka-1:9092");
    set.put("tuco.kafka.client-config", directory.resolve("none").toString());

    assertThatThrownBy(this::choice)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("tuco.kafka.client-config cannot be read");
  }

  private void takesSends() {
    set.put("tuco.kafka.brokers", "kafka-1:9092");
    set.put("tuco.kafka.sends-topic", "tuco.sends");
    set.put("tuco.kafka.sends-workspaces", "org_1, org_2");
  }

  private String file(String text) throws IOException {
    return Files.writeString(directory.resolve("client.properties"), text).toString();
  }

  private Optional<KafkaSettings> choice() {
    return KafkaChoice.of(TucoSettings.from(new SettingSources(set, Map.of(), Map.of(), Map.of())));
  }
}
