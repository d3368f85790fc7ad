package io.tuco.camel.standalone;

import io.tuco.camel.standalone.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded store as a process of its own, for several servers on one machine. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    description = "Runs the embedded store and prints the MongoDB URI to reach it.")
final class StoreCommand implements Callable<Integer> {

  @Option(names = "--port", defaultValue = "27017", description = "Port; 0 for any.")
  private int port;

  @Option(names = "--data-dir", defaultValue = "./tuco-data", description = "Where its data is.")
  private Path dataDir = Path.of("./tuco-data");

  @Override
  public Integer call() throws Exception {
    try (var store = EmbeddedStore.open(dataDir, port)) {
      System.out.println(store.uri());
      var stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    store.close();
                    stopped.countDown();
                  }));
      stopped.await();
    }
    return 0;
  }
}
