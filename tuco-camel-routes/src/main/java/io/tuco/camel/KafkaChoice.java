package io.tuco.camel;

import io.tuco.camel.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Whether Kafka is on, and what the settings say of it when it is. */
final class KafkaChoice {

  /** What else a file could say would undo what the promises rest on. */
  private static final List<String> SAFE = List.of("security.", "sasl.", "ssl.");

  private final TucoSettings settings;
  private final List<String> problems = new ArrayList<>();

  private KafkaChoice(TucoSettings settings) {
    this.settings = settings;
  }

  /**
   * Absent while no broker is named.
   *
   * @throws ConfigurationException with all problems
   */
  static Optional<KafkaSettings> of(TucoSettings settings) {
    return new KafkaChoice(settings).read();
  }

  private Optional<KafkaSettings> read() {
    var brokers = settings.get(SettingKeys.KAFKA_BROKERS);
    var topic = settings.get(SettingKeys.KAFKA_SENDS_TOPIC);
    if (brokers.isEmpty() && topic.isPresent()) {
      problems.add("tuco.kafka.sends-topic needs tuco.kafka.brokers");
    }
    var sends = topic.map(this::sends);
    sends.ifPresent(this::checkTopics);
    var client = brokers.isEmpty() ? Map.<String, String>of() : client();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return brokers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KafkaSettings(
                brokers, settings.get(SettingKeys.KAFKA_EVENTS_TOPIC), sends, client));
  }

  private KafkaSettings.Sends sends(String topic) {
    var workspaces = settings.get(SettingKeys.KAFKA_SENDS_WORKSPACES);
    if (workspaces.isEmpty()) {
      problems.add(
          "tuco.kafka.sends-workspaces must name the workspaces that tuco.kafka.sends-topic may"
              + " speak for");
    }
    return new KafkaSettings.Sends(
        topic,
        settings.get(SettingKeys.KAFKA_REJECTED_TOPIC),
        settings.get(SettingKeys.KAFKA_SENDS_GROUP),
        workspaces);
  }

  /** A record that was refused must not come in again. */
  private void checkTopics(KafkaSettings.Sends sends) {
    var topics =
        List.of(settings.get(SettingKeys.KAFKA_EVENTS_TOPIC), sends.topic(), sends.rejectedTopic());
    if (topics.stream().distinct().count() < topics.size()) {
      problems.add(
          "tuco.kafka.events-topic, tuco.kafka.sends-topic and tuco.kafka.rejected-topic must"
              + " differ");
    }
  }

  private Map<String, String> client() {
    var file = settings.get(SettingKeys.KAFKA_CLIENT_CONFIG);
    var client = new TreeMap<String, String>();
    if (!file.isEmpty()) {
      var read = properties(file);
      read.stringPropertyNames().forEach(name -> client.put(name, read.getProperty(name)));
    }
    client.keySet().stream()
        .filter(name -> SAFE.stream().noneMatch(name::startsWith))
        .forEach(name -> problems.add("tuco.kafka.client-config may not set " + name));
    return client;
  }

  private Properties properties(String file) {
    var read = new Properties();
    try (var reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add("tuco.kafka.client-config cannot be read: " + file);
    }
    return read;
  }
}
