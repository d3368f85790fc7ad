package io.tuco.camel.bench;

import io.tuco.camel.SettingKeys;
import io.tuco.camel.TucoRoutes;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.mongo.ListenedStores;
import io.tuco.camel.mongo.MongoSettings;
import io.tuco.camel.mongo.MongoStores;
import io.tuco.camel.standalone.store.EmbeddedStore;
import io.tuco.core.line.DeviceChange;
import io.tuco.core.secret.SecretBox;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The product on an embedded store of its own, with its commands counted. */
final class RunningProduct implements AutoCloseable {

  static final String DATABASE = "tuco";

  private static final long STOP_SECONDS = 5;

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final SecureRandom random = new SecureRandom();
  private final byte[] secretsKey = new byte[32];
  private final CommandCounts counts = new CommandCounts();
  private final Clock clock;
  private final EmbeddedStore store;
  private final MongoStores stores;

  RunningProduct(Path data, Clock clock) {
    this(data, clock, true);
  }

  private RunningProduct(Path data, Clock clock, boolean counted) {
    this.clock = clock;
    store = EmbeddedStore.open(data, 0);
    var settings = MongoSettings.of(store.uri(), DATABASE);
    stores =
        counted
            ? ListenedStores.open(context, settings, counts)
            : MongoStores.open(context, settings);
    random.nextBytes(secretsKey);
    context.getShutdownStrategy().setTimeout(STOP_SECONDS);
  }

  /**
   * @param counted whether its commands are; the driver reads each a second time for that
   */
  static RunningProduct of(Path data, Clock clock, boolean counted) {
    return new RunningProduct(data, clock, counted);
  }

  /** Before the start: whom it serves. */
  Fleet fleet(List<String> relays, Fleet.Size size) {
    return Fleet.in(stores, new SecretBox(secretsKey, random), random, relays, size);
  }

  void start(HttpEndpoints endpoints) throws Exception {
    install(endpoints);
    context.start();
  }

  /** Without a socket, and without timers: ticks come when they are told to. */
  ManualTicks startWithoutTimers() throws Exception {
    install(HttpEndpoints.direct());
    var ticks = ManualTicks.takeOver(context);
    context.start();
    return ticks;
  }

  private void install(HttpEndpoints endpoints) throws Exception {
    TucoRoutes.builder()
        // The receivers of the webhooks run beside it.
        .set(SettingKeys.WEBHOOK_ALLOW_CIDRS.key(), "127.0.0.0/8")
        .set(SettingKeys.WEBHOOK_PORTS.key(), "*")
        .set(SettingKeys.SECRETS_KEY.key(), Base64.getEncoder().encodeToString(secretsKey))
        .stores(stores, "embedded")
        .clock(clock)
        .http(endpoints)
        .build()
        .installOn(context);
  }

  /** Every device rests so long after each text from now on. */
  void gap(Duration gap) {
    var change =
        new DeviceChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(gap),
            Optional.empty());
    for (var device : stores.devices().all()) {
      stores.devices().update(change.appliedTo(device, clock.instant()));
    }
  }

  CamelContext context() {
    return context;
  }

  CommandCounts counts() {
    return counts;
  }

  String storeUri() {
    return store.uri();
  }

  @Override
  public void close() {
    context.stop();
    stores.close();
    store.close();
  }
}
