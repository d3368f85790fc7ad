package io.tuco.camel.standalone;

import io.tuco.camel.Seams;
import io.tuco.camel.SettingKeys;
import io.tuco.camel.TucoRoutes;
import io.tuco.camel.TucoSettings;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.mongo.MongoSettings;
import io.tuco.camel.mongo.MongoStores;
import io.tuco.camel.standalone.store.EmbeddedStore;
import io.tuco.core.SortableIds;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.secret.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: store, listener, routes and, for the demo, a relay to talk to. */
final class TucoServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TucoServer.class);

  private static final long STOP_SECONDS = 15;

  private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();
  private final SortableIds ids = new SortableIds(clock, random);
  private final ServerOptions options;
  private final TucoSettings settings;
  private final DataDirectory data;

  private TucoServer(ServerOptions options) {
    this.options = options;
    this.settings = options.settings(System.getenv(), System.getProperties());
    this.data = new DataDirectory(Path.of(settings.get(SettingKeys.DATA_DIR)));
  }

  static TucoServer start(ServerOptions options) throws Exception {
    var begun = System.nanoTime();
    var server = new TucoServer(options);
    try {
      server.run(begun);
      return server;
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  void awaitStop() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      closeOne(started.pop());
    }
    stopped.countDown();
  }

  private void run(long begun) throws Exception {
    var simulator = simulator();
    var uri = storeUri();
    var context = new DefaultCamelContext();
    var http = listener(context);
    var stores = stores(context, uri.join());
    var tuco = routes(stores);
    tuco.installOn(context);
    // An answer that takes longer leaves its send unknown, and the next start settles it.
    context.getShutdownStrategy().setTimeout(STOP_SECONDS);
    started.push(context);
    context.start();
    var url = publicUrl(http.port());
    if (simulator.isPresent()) {
      demo(context, tuco, url, simulator.get().awaitReady());
    }
    http.serve();
    started.push(http::turnAway);
    simulator.ifPresent(relay -> started.addLast(relay::stop));
    var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    LOG.info("Tuco {} is ready on {} after {} ms", ProgramVersion.text(), url, millis);
  }

  private String publicUrl(int port) {
    var given = settings.get(SettingKeys.PUBLIC_URL);
    return given.isEmpty() ? "http://" + settings.get(SettingKeys.HTTP_HOST) + ":" + port : given;
  }

  private Optional<SimulatorProcess> simulator() {
    if (!options.demo()) {
      return Optional.empty();
    }
    var simulator = SimulatorProcess.findOrStart(data.resolve("relay"));
    started.push(simulator::stopIfStarted);
    return Optional.of(simulator);
  }

  /**
   * The embedded store opens while Camel wakes up; it says where its data is and what it is for.
   */
  private CompletableFuture<String> storeUri() {
    var given = settings.get(SettingKeys.MONGODB_URI);
    if (!given.isEmpty()) {
      return CompletableFuture.completedFuture(given);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          var store = EmbeddedStore.open(data.path(), 0);
          started.addLast(store::close);
          LOG.info(
              "Embedded store in {}: for evaluation and one small node; set tuco.mongodb.uri for"
                  + " more",
              store.file());
          return store.uri();
        });
  }

  private HttpServer listener(CamelContext context) {
    var http =
        HttpServer.start(
            context, settings.get(SettingKeys.HTTP_HOST), settings.get(SettingKeys.HTTP_PORT), ids);
    started.push(http);
    return http;
  }

  private MongoStores stores(CamelContext context, String uri) {
    var stores =
        MongoStores.open(
            context, MongoSettings.of(uri, settings.get(SettingKeys.MONGODB_DATABASE)));
    started.push(stores::close);
    if (settings.get(SettingKeys.MONGODB_URI).isEmpty()) {
      // Only this process can reach the embedded store: whoever sent before is gone.
      stores.nodes().retireAll();
    }
    return stores;
  }

  private TucoRoutes routes(MongoStores stores) {
    var builder = TucoRoutes.builder();
    if (options.demo()) {
      builder.allowFailpoints();
    }
    return builder
        .settings(
            settings
                .with(SettingKeys.SECRETS_KEY, secretsKey())
                .with(SettingKeys.ADMIN_TOKEN, adminToken()))
        .stores(stores, settings.get(SettingKeys.MONGODB_URI).isEmpty() ? "embedded" : "mongodb")
        .clock(clock)
        .http(HttpEndpoints.platformHttp())
        .build();
  }

  private void demo(CamelContext context, TucoRoutes tuco, String url, SimulatorNote relay) {
    var secrets = new SecretBox(Base64.getDecoder().decode(secretsKey()), random);
    var workspace = new DemoWorkspace(tuco.stores(), secrets, ids, random, clock.instant());
    var note =
        workspace.ensure(
            data.read(DemoNote.FILE).flatMap(DemoNoteJson::read), url, adminToken(), relay);
    data.write(DemoNote.FILE, DemoNoteJson.write(note));
    try (var template = context.createProducerTemplate()) {
      for (var device : workspace.devices(note)) {
        var health = template.requestBody(Seams.RELAY_PROBE, device, SenderHealth.class);
        tuco.stores().devices().updateHealth(device.id(), health);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(Banner.of(note, data));
  }

  private String secretsKey() {
    var given = settings.get(SettingKeys.SECRETS_KEY);
    return given.isEmpty()
        ? data.secret(
            "secrets-key",
            this::mintKey,
            () ->
                LOG.warn(
                    "Made a key for stored secrets: keep {}, they cannot be read without it",
                    data.resolve("secrets-key")))
        : given;
  }

  private String adminToken() {
    var given = settings.get(SettingKeys.ADMIN_TOKEN);
    return given.isEmpty()
        ? data.secret(
            "admin-token",
            this::mintKey,
            () -> LOG.info("Made the operator's token: {}", data.resolve("admin-token")))
        : given;
  }

  private String mintKey() {
    var key = new byte[32];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private static void closeOne(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("A part did not stop cleanly", e);
    }
  }
}
