package io.tuco.camel.event;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.camel.outbound.SystemHosts;
import io.tuco.core.Change;
import io.tuco.core.event.Cidr;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliverySchedule;
import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EventName;
import io.tuco.core.event.HostLookup;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.event.UrlPolicy;
import io.tuco.core.event.UrlRules;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.secret.Sealed;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The event routes in a context of their own, over stores that outlive it. */
final class EventHarness implements AutoCloseable {

  static final String SWEEP = "direct:test-sweep";
  static final WebhookSecret SECRET = WebhookSecret.mint(new Random(7));

  private static final Set<Integer> EVERY_PORT =
      IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet());

  private static final List<Cidr> LOOPBACK =
      List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"));

  final SettableClock clock;
  final Vertx vertx = Vertx.vertx();
  Stores stores = new InMemoryStores();
  HostLookup lookup = new SystemHosts();
  List<Cidr> allowed = LOOPBACK;
  EventSettings settings = EventSettings.documented(SWEEP);
  boolean streamed;

  /** What was published, beside its deliveries. */
  final List<Outbox> beside = new ArrayList<>();

  private final SecretBox secrets = new SecretBox(new byte[32], new Random(1));
  private CamelContext context = new DefaultCamelContext();

  private EventHarness(Instant now) {
    clock = SettableClock.at(now);
  }

  static EventHarness at(Instant now) {
    return new EventHarness(now);
  }

  EventHarness starts() {
    try {
      context = new DefaultCamelContext();
      context.getShutdownStrategy().setTimeout(1);
      context.addRoutes(FailurePolicies.standard());
      for (var routes : EventRoutes.of(parts())) {
        context.addRoutes(routes);
      }
      context.start();
      return this;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The process goes away with everything in its memory; the stores stay. */
  void stops() {
    context.stop();
  }

  CamelContext context() {
    return context;
  }

  EventParts parts() {
    return new EventParts(
        stores,
        "node_test",
        beside::addAll,
        stores.messages()::markDrained,
        new UrlRules(new UrlPolicy(true, true, EVERY_PORT, allowed)),
        lookup,
        secrets,
        new DeliverySchedule(new Random(3)),
        new WebhookPayload(Fixtures.fileLinks()),
        streamed,
        clock,
        System::nanoTime,
        vertx,
        settings);
  }

  /** An endpoint that hears of sent messages. */
  WebhookEndpoint hears(String endpointId, String url) {
    var plain = Fixtures.anEndpoint().withId(endpointId).withUrl(url).build();
    var endpoint =
        new WebhookEndpoint(
            plain.id(),
            plain.workspaceId(),
            plain.url(),
            plain.events(),
            plain.name(),
            plain.description(),
            plain.active(),
            EndpointSecrets.of(secrets.seal(SECRET.text())),
            plain.record(),
            plain.line(),
            plain.createdAt(),
            plain.updatedAt());
    stores.webhooks().insert(endpoint);
    return endpoint;
  }

  /** {@link #SECRET}, as an endpoint keeps it. */
  Sealed sealed() {
    return secrets.seal(SECRET.text());
  }

  /** The endpoint gets a new secret; both are in use for a day. */
  WebhookSecret rotates(WebhookEndpoint endpoint) {
    var fresh = WebhookSecret.mint(new Random(11));
    var after = endpoint.secrets().rotatedTo(secrets.seal(fresh.text()), clock.instant());
    stores
        .webhooks()
        .rotate(
            endpoint.workspaceId(),
            endpoint.id(),
            endpoint.secrets().current(),
            after,
            clock.instant());
    return fresh;
  }

  /** An endpoint that hears of what happens to others. */
  void hearsOfDisabling(String endpointId, String url) {
    var plain = hears(endpointId, url);
    stores
        .webhooks()
        .change(
            plain.workspaceId(),
            plain.id(),
            new EndpointChange(
                Optional.empty(),
                Optional.of(Set.of(EventName.WEBHOOK_DISABLED)),
                Optional.empty(),
                Change.none(),
                Optional.empty()),
            clock.instant());
  }

  /** A stored message with one event that nobody has published. */
  Outbox stores(int number, String payload) {
    var message = Fixtures.aMessage().withId(Fixtures.id(number)).build();
    var event =
        new OutboxEvent("evt_" + number, EventName.MESSAGE_SENT, 1, clock.instant(), payload);
    stores.messages().insert(message, Optional.empty(), List.of(event));
    return new Outbox(
        message.workspaceId(), message.id(), Optional.of("corr-" + number), List.of(event));
  }

  void publishes(int number) {
    publishes(number, "{\"number\":" + number + "}");
  }

  void publishes(int number, String payload) {
    var outbox = stores(number, payload);
    send(Seams.OUTBOX_PUBLISH, outbox);
  }

  void send(String seam, Object body) {
    try (var template = context.createProducerTemplate()) {
      template.sendBody(seam, body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void sweeps() {
    send(SWEEP, "tick");
  }

  void passes(Duration time) {
    clock.advance(time);
  }

  /** The delivery as the log has it. */
  Delivery delivery(String eventId, String endpointId) {
    return stores.deliveries().find(Fixtures.WORKSPACE, eventId + ":" + endpointId).orElseThrow();
  }

  WebhookEndpoint endpoint(String endpointId) {
    return stores.webhooks().find(Fixtures.WORKSPACE, endpointId).orElseThrow();
  }

  /** The delivery as it would be claimed far in the future; empty once it has ended. */
  Optional<Delivery> open(int number, String endpointId) {
    var later = clock.instant().plus(Duration.ofDays(400));
    return stores.deliveries().claim("evt_" + number + ":" + endpointId, later, clock.instant());
  }

  @Override
  public void close() {
    context.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
