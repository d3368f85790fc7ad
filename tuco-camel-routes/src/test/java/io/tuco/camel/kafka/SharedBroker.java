package io.tuco.camel.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One broker for all tests of this process; each takes topics of its own. */
public final class SharedBroker implements BeforeAllCallback {

  private static final AtomicInteger TOPICS = new AtomicInteger();

  /** Stops with the last test. */
  private record Running(KafkaBroker broker) implements ExtensionContext.Store.CloseableResource {

    static Running start() {
      try {
        Path directory = Files.createTempDirectory("tuco-kafka");
        directory.toFile().deleteOnExit();
        return new Running(KafkaBroker.start(directory));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      broker.close();
    }
  }

  private KafkaBroker broker;

  @Override
  public void beforeAll(ExtensionContext context) {
    broker =
        context
            .getRoot()
            .getStore(Namespace.create(SharedBroker.class))
            .getOrComputeIfAbsent("broker", key -> Running.start(), Running.class)
            .broker();
  }

  public KafkaBroker broker() {
    return broker;
  }

  /** A topic, or a group, that nobody else has. */
  public static String unused(String name) {
    return name + "-" + TOPICS.incrementAndGet();
  }
}
