package io.tuco.camel.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stores on a database that nobody has used, dropped after the test. Whatever the test was about,
 * it fails if a command crossed workspaces or had no index, or if a null was stored.
 */
final class FreshStores implements BeforeEachCallback, AfterEachCallback {

  private static final String REAL_SERVER = "TUCO_TEST_MONGODB_URI";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Function<ExtensionContext, String> server;
  private final String database =
      "tuco_test_" + ProcessHandle.current().pid() + "_" + NUMBERS.incrementAndGet();
  private final CamelContext context = new DefaultCamelContext();
  private final CamelContext elsewhere = new DefaultCamelContext();
  private final CommandLog commands = new CommandLog();
  private String uri = "";
  private MongoStores stores;
  private @Nullable MongoStores other;
  private MongoClient plain;

  private FreshStores(Function<ExtensionContext, String> server) {
    this.server = server;
  }

  static FreshStores embedded() {
    return new FreshStores(context -> EmbeddedServer.of(context).uri());
  }

  /** On a MongoDB that somebody runs; without one the test is aborted and says why. */
  static FreshStores real() {
    return new FreshStores(
        context -> {
          var uri = System.getenv(REAL_SERVER);
          assumeTrue(uri != null, () -> "no MongoDB to test with: set " + REAL_SERVER);
          return uri;
        });
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    uri = server.apply(test);
    context.start();
  }

  MongoStores open() {
    return open(builder -> {});
  }

  MongoStores open(Consumer<MongoClientSettings.Builder> more) {
    stores =
        MongoStores.open(
            context,
            MongoSettings.of(uri, database),
            builder -> more.accept(builder.addCommandListener(commands)));
    return stores;
  }

  /** The same database, as another node has it. */
  MongoStores openElsewhere() {
    elsewhere.start();
    other =
        MongoStores.open(
            elsewhere,
            MongoSettings.of(uri, database),
            builder -> builder.addCommandListener(commands));
    return other;
  }

  CamelContext context() {
    return context;
  }

  CommandLog commands() {
    return commands;
  }

  String uri() {
    return uri;
  }

  /** The documents themselves, past the stores. */
  MongoDatabase documents() {
    if (plain == null) {
      plain = MongoClients.create(uri);
    }
    return plain.getDatabase(database);
  }

  @Override
  public void afterEach(ExtensionContext test) throws Exception {
    var nulls = stores == null ? List.of() : StoredNulls.in(documents());
    if (stores != null) {
      documents().drop();
      plain.close();
      stores.close();
    }
    if (other != null) {
      other.close();
    }
    elsewhere.close();
    context.close();
    assertThat(commands.flaws()).isEmpty();
    assertThat(nulls).isEmpty();
  }
}
