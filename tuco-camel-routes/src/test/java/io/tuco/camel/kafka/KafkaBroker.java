package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker of one node in this process, on the loopback, to be stopped and started again. */
public final class KafkaBroker implements AutoCloseable {

  private static final int PARTITIONS = 3;

  private final Path directory;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private KafkaRaftServer server;

  private KafkaBroker(Path directory) {
    this.directory = directory;
  }

  public static KafkaBroker start(Path directory) throws Exception {
    var broker = new KafkaBroker(directory);
    broker.format();
    broker.startAgain();
    return broker;
  }

  public String address() {
    return "127.0.0.1:" + port;
  }

  public void stop() {
    inNoLanguage(
        () -> {
          server.shutdown();
          server.awaitShutdown();
        });
  }

  public void startAgain() {
    inNoLanguage(
        () -> {
          server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
          server.startup();
        });
  }

  /**
   * The broker, unlike its clients, does not start where i is not the small letter of I. What runs
   * in the same process meanwhile may see the language change, and has to get over it.
   */
  private static void inNoLanguage(Runnable step) {
    var language = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    try {
      step.run();
    } finally {
      Locale.setDefault(language);
    }
  }

  /**
   * @param settings of the topic
   */
  public void create(String topic, Map<String, String> settings) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(settings)))
          .all()
          .get();
    }
  }

  /** One record, acknowledged. */
  public void write(ProducerRecord<byte[], byte[]> record) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", address(), "acks", "all", "max.request.size", 10_000_000);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records of a topic, once they satisfy; partition by partition in their order. */
  public List<ReadRecord> read(String topic, Predicate<List<ReadRecord>> enough) {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", address(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions = new ArrayList<TopicPartition>();
      for (var number = 0; number < PARTITIONS; number++) {
        partitions.add(new TopicPartition(topic, number));
      }
      consumer.assign(partitions);
      var read = new ArrayList<ReadRecord>();
      while (!enough.test(read)) {
        if (System.nanoTime() > end) {
          throw new AssertionError("not enough in " + topic + ": " + read);
        }
        consumer.poll(Duration.ofMillis(100)).forEach(record -> read.add(ReadRecord.of(record)));
      }
      // What was written twice has come by now.
      consumer.poll(Duration.ofMillis(300)).forEach(record -> read.add(ReadRecord.of(record)));
      return read;
    }
  }

  /** How far a group has come in a topic, all partitions together. */
  public long committed(String group) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(offset -> offset.offset())
          .sum();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private void format() throws Exception {
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(directory.toString()))
        .setMetadataLogDirectory(directory.toString())
        .setControllerListenerName("CONTROLLER")
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8))
        .run();
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("log.dirs", directory.toString());
    settings.put("num.partitions", String.valueOf(PARTITIONS));
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.enable", "false");
    return settings;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
