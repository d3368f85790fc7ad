package io.tuco.camel.kafka;

import io.tuco.camel.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Our Kafka clients as a component of their own, so that nothing the embedder does to {@code kafka}
 * reaches them, nor the reverse.
 *
 * <p>What is written is acknowledged by all replicas in sync, and an attempt ends after twenty
 * seconds, one without a broker after five: then it is the store's again. Options are set here and
 * not in a URI, whose names Camel compares in the language of the machine.
 */
final class KafkaClients {

  private static final String COMPONENT = "tuco-kafka";
  private static final String NEEDED = "org.apache.camel.component.kafka.KafkaComponent";

  private static final int NO_BROKER_MILLIS = 5_000;
  private static final int REQUEST_MILLIS = 8_000;
  private static final int DELIVERY_MILLIS = 20_000;
  private static final int BUFFER_BYTES = 32 * 1024 * 1024;
  private static final int RECORD_BYTES = 16 * 1024 * 1024;
  private static final int RECORDS_AT_ONCE = 100;

  private KafkaClients() {}

  static void install(CamelContext context, KafkaSettings settings) {
    if (context.getClassResolver().resolveClass(NEEDED) == null) {
      throw new ConfigurationException(
          List.of("tuco.kafka.brokers needs org.apache.camel:camel-kafka on the class path"));
    }
    var shared = new KafkaConfiguration();
    shared.setBrokers(settings.brokers());
    shared.setAdditionalProperties(new HashMap<>(settings.client()));
    var component = new KafkaComponent();
    component.setConfiguration(shared);
    context.addComponent(COMPONENT, component);
  }

  /** Takes bytes under a key of text. */
  static Endpoint events(CamelContext context, String topic) {
    return writing(context, topic, StringSerializer.class);
  }

  /** Takes bytes under a key of bytes. */
  static Endpoint rejected(CamelContext context, String topic) {
    return writing(context, topic, ByteArraySerializer.class);
  }

  private static Endpoint writing(CamelContext context, String topic, Class<?> keys) {
    var endpoint = endpoint(context, topic);
    // A name that cannot be resolved must not keep the program from starting.
    endpoint.setLazyStartProducer(true);
    var client = endpoint.getConfiguration();
    client.setKeySerializer(keys.getName());
    client.setValueSerializer(ByteArraySerializer.class.getName());
    client.setRequestRequiredAcks("all");
    client.setEnableIdempotence(true);
    client.setMaxBlockMs(NO_BROKER_MILLIS);
    client.setRequestTimeoutMs(REQUEST_MILLIS);
    client.setDeliveryTimeoutMs(DELIVERY_MILLIS);
    client.setBufferMemorySize(BUFFER_BYTES);
    client.setMaxRequestSize(RECORD_BYTES);
    client.setCompressionCodec("lz4");
    client.setUseIterator(false);
    client.setRecordMetadata(false);
    return endpoint;
  }

  /**
   * Gives bytes, one record after the other, from where its group has come to. A record that fails
   * is given again, and none after it before.
   */
  static Endpoint sends(CamelContext context, KafkaSettings.Sends sends) {
    var endpoint = endpoint(context, sends.topic());
    var client = endpoint.getConfiguration();
    client.setGroupId(sends.group());
    client.setKeyDeserializer(ByteArrayDeserializer.class.getName());
    client.setValueDeserializer(ByteArrayDeserializer.class.getName());
    client.setAutoOffsetReset("earliest");
    client.setAutoCommitEnable(false);
    client.setAllowManualCommit(true);
    client.setBreakOnFirstError(true);
    client.setPollOnError(PollOnError.RETRY);
    client.setMaxPollRecords(RECORDS_AT_ONCE);
    client.setPollTimeoutMs(1_000L);
    client.setHeaderFilterStrategy(new NoHeaders());
    return endpoint;
  }

  private static KafkaEndpoint endpoint(CamelContext context, String topic) {
    return context.getEndpoint(COMPONENT + ":" + topic, KafkaEndpoint.class);
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
}
