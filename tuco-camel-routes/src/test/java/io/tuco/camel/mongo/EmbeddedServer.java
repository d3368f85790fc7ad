package io.tuco.camel.mongo;

import io.tuco.camel.standalone.store.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One embedded store for all tests of a run; closed, and its files deleted, at the end of it. */
final class EmbeddedServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private final Path directory;
  private final EmbeddedStore store;

  private EmbeddedServer() {
    try {
      directory = Files.createTempDirectory("tuco-mongo-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store = EmbeddedStore.open(directory, 0);
  }

  static EmbeddedServer of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(
            EmbeddedServer.class, key -> new EmbeddedServer(), EmbeddedServer.class);
  }

  String uri() {
    return store.uri();
  }

  @Override
  public void close() throws IOException {
    store.close();
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
