package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.ConfigurationException;
import io.tuco.camel.TucoRoutes;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** camel-kafka is optional: an embedder who does not use it need not have it. */
@Tag("long")
final class WithoutKafkaStoryTest {

  @Test
  void startsWithoutTheLibraryWhileKafkaIsOff() throws Exception {
    assertThat(inAWorldWithoutKafka("")).isEqualTo("started");
  }

  @Test
  void saysWhatIsMissingOnceItIsOn() throws Exception {
    assertThat(inAWorldWithoutKafka("127.0.0.1:9"))
        .isEqualTo("tuco.kafka.brokers needs org.apache.camel:camel-kafka on the class path");
  }

  private static String inAWorldWithoutKafka(String brokers) throws Exception {
    var urls =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*[/\\\\](camel-kafka|kafka[-_]).*\\.jar"))
            .map(WithoutKafkaStoryTest::url)
            .toArray(URL[]::new);
    var before = Thread.currentThread().getContextClassLoader();
    try (var world = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(world);
      var embedder =
          world
              .loadClass(Embedder.class.getName())
              .getConstructor(String.class)
              .newInstance(brokers);
      return (String) ((Callable<?>) embedder).call();
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody with their own class path. */
  public static final class Embedder implements Callable<String> {

    private final String brokers;

    public Embedder(String brokers) {
      this.brokers = brokers;
    }

    @Override
    public String call() throws Exception {
      try (var context = new DefaultCamelContext()) {
        context.getShutdownStrategy().setTimeout(1);
        TucoRoutes.builder().set("tuco.kafka.brokers", brokers).build().installOn(context);
        context.start();
        return "started";
      } catch (ConfigurationException e) {
        return String.join("\n", e.problems());
      }
    }
  }
}
