package io.tuco.camel.kafka;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which brokers and topics (settings contract, {@code tuco.kafka}).
 *
 * @param brokers host and port of each, by commas
 * @param sends where sends come in; nowhere when absent
 * @param client how to log in and encrypt: the clients' own properties
 */
public record KafkaSettings(
    String brokers, String eventsTopic, Optional<Sends> sends, Map<String, String> client) {

  /**
   * @param workspaces for which the topic may speak
   */
  public record Sends(String topic, String rejectedTopic, String group, Set<String> workspaces) {

    public Sends {
      workspaces = Set.copyOf(workspaces);
    }
  }

  public KafkaSettings {
    client = Map.copyOf(client);
  }
}
