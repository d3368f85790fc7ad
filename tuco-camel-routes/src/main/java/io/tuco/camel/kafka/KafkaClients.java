package io.tuco.camel.kafka;

import io.tuco.camel.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Our Kafka clients as a component of their own, so that nothing the embedder does to {@code kafka}
 * reaches them, nor the reverse.
 *
 * <p>What is written is acknowledged by all replicas in sync, and an attempt ends after twenty
 * seconds, one without a broker after five: then it is the store's again.
 */
final class KafkaClients {

  private static final String COMPONENT = "tuco-kafka";
  private static final String NEEDED = "org.apache.camel.component.kafka.KafkaComponent";

  private static final Map<String, String> RELIABLE =
      Map.ofEntries(
          Map.entry("valueSerializer", ByteArraySerializer.class.getName()),
          Map.entry("requestRequiredAcks", "all"),
          Map.entry("enableIdempotence", "true"),
          Map.entry("maxInFlightRequest", "5"),
          Map.entry("maxBlockMs", "5000"),
          Map.entry("requestTimeoutMs", "8000"),
          Map.entry("deliveryTimeoutMs", "20000"),
          Map.entry("bufferMemorySize", "33554432"),
          Map.entry("maxRequestSize", "16777216"),
          Map.entry("compressionCodec", "lz4"),
          Map.entry("useIterator", "false"),
          Map.entry("recordMetadata", "false"),
          // A name that cannot be resolved must not keep the program from starting.
          Map.entry("lazyStartProducer", "true"));

  private KafkaClients() {}

  static void install(CamelContext context, KafkaSettings settings) {
    if (context.getClassResolver().resolveClass(NEEDED) == null) {
      throw new ConfigurationException(
          List.of("tuco.kafka.brokers needs org.apache.camel:camel-kafka on the class path"));
    }
    context.addComponent(COMPONENT, component(settings));
  }

  private static KafkaComponent component(KafkaSettings settings) {
    var shared = new KafkaConfiguration();
    shared.setBrokers(settings.brokers());
    shared.setAdditionalProperties(new HashMap<>(settings.client()));
    var component = new KafkaComponent();
    component.setConfiguration(shared);
    return component;
  }

  /** Takes bytes under a key of text. */
  static String events(String topic) {
    return uri(topic, RELIABLE, Map.of("keySerializer", StringSerializer.class.getName()));
  }

  /** Takes bytes under a key of bytes. */
  static String rejected(String topic) {
    return uri(topic, RELIABLE, Map.of("keySerializer", ByteArraySerializer.class.getName()));
  }

  /**
   * Gives bytes, one record after the other, from where this group has come to. A record that fails
   * is given again, and none after it before.
   */
  static Endpoint sends(CamelContext context, KafkaSettings.Sends sends) {
    var endpoint = context.getEndpoint(sendsUri(sends), KafkaEndpoint.class);
    endpoint.getConfiguration().setHeaderFilterStrategy(new NoHeaders());
    return endpoint;
  }

  /** The headers of a record come as one value and stand in for nothing that Camel sets. */
  private static final class NoHeaders implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
      return true;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
      return true;
    }
  }

  private static String sendsUri(KafkaSettings.Sends sends) {
    return uri(
        sends.topic(),
        Map.of(
            "groupId", sends.group(),
            "keyDeserializer", ByteArrayDeserializer.class.getName(),
            "valueDeserializer", ByteArrayDeserializer.class.getName(),
            "autoOffsetReset", "earliest",
            "autoCommitEnable", "false",
            "allowManualCommit", "true",
            "breakOnFirstError", "true",
            "pollOnError", "RETRY",
            "maxPollRecords", "100"),
        Map.of("pollTimeoutMs", "1000"));
  }

  private static String uri(String topic, Map<String, String> options, Map<String, String> more) {
    var all = new HashMap<>(options);
    all.putAll(more);
    return COMPONENT
        + ":"
        + topic
        + "?"
        + all.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining("&"));
  }
}
