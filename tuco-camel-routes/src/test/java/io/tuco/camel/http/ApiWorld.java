package io.tuco.camel.http;

import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static io.tuco.core.fixture.Fixtures.id;

import io.tuco.camel.http.admin.About;
import io.tuco.camel.http.admin.AdminParts;
import io.tuco.camel.http.admin.ConnectionParts;
import io.tuco.camel.http.api.ApiParts;
import io.tuco.camel.http.v1.V1Parts;
import io.tuco.core.SortableIds;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.ToyCrm;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.EngineParts;
import io.tuco.core.engine.Explanations;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.event.UrlPolicy;
import io.tuco.core.event.UrlRules;
import io.tuco.core.fixture.ApiKeyBuilder;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.ApiKeySecret;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Scope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Two workspaces, a Mac and a line each, and keys of every kind, in watched stores. The first
 * workspace has a message and a webhook, and so has the second.
 */
public final class ApiWorld {

  public static final String ADMIN_TOKEN = "admin-token-of-the-tests";
  public static final String LINE = id(0x71);
  public static final String OTHER_LINE = id(0x72);
  public static final String INACTIVE_LINE = id(0x73);
  public static final String MESSAGE = id(0xe1);
  public static final String OTHER_MESSAGE = id(0xe2);
  public static final String WEBHOOK = id(0xe0d);
  public static final String OTHER_WEBHOOK = id(0xe0e);
  public static final String READ_ONLY_WORKSPACE = "org_readonly";

  /** Few, so that a test can take them all. */
  public static final int PARKED_CALLS = 20;

  /** No test of something else shall meet a limit. */
  private static final RateLimits PLENTY = RateLimits.of(60_000, 60_000, 60_000, 60_000);

  private final Random random = new Random(7);
  private final InMemoryStores memory = new InMemoryStores();
  private final WatchedStores watched = new WatchedStores(memory);
  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final SortableIds ids = new SortableIds(clock, random);
  private final Secrets secrets = new Secrets(new SecretBox(new byte[32], random), random);
  private final DispatchEngine engine = newEngine();
  private final int parkedCalls;
  private final AccessCache accessKeys = new AccessCache(watched.stores(), clock);
  private int requestsPerHour = 1_000_000;
  private int keys;

  public ApiWorld() {
    this(PARKED_CALLS);
  }

  /**
   * @param parkedCalls how many calls may wait at a time; the next one is answered at once
   */
  public ApiWorld(int parkedCalls) {
    this.parkedCalls = parkedCalls;
    memory.workspaces().insert(aWorkspace().build());
    memory.workspaces().insert(aWorkspace().withId(OTHER_WORKSPACE).build());
    memory
        .workspaces()
        .insert(aWorkspace().withId(READ_ONLY_WORKSPACE).readOnly("past_due").build());
    memory.devices().insert(aDevice().build());
    memory.lines().insert(aLine().build());
    memory
        .lines()
        .insert(aLine().withId(INACTIVE_LINE).withPhone("+12025550173").inactive().build());
    memory
        .lines()
        .insert(
            aLine()
                .withId(OTHER_LINE)
                .inWorkspace(OTHER_WORKSPACE)
                .withPhone("+12025550172")
                .build());
    memory.messages().insert(aMessage().build(), Optional.empty(), List.of());
    memory
        .messages()
        .insert(
            aMessage()
                .withId(OTHER_MESSAGE)
                .inWorkspace(OTHER_WORKSPACE)
                .fromLine(OTHER_LINE)
                .build(),
            Optional.empty(),
            List.of());
    memory.webhooks().insert(anEndpoint().build());
    memory
        .webhooks()
        .insert(anEndpoint().withId(OTHER_WEBHOOK).inWorkspace(OTHER_WORKSPACE).build());
  }

  /** The text of a new key that may do everything in the sample workspace. */
  public String key() {
    return keyOf(anApiKey());
  }

  public String keyAllowing(Scope... scopes) {
    return keyOf(anApiKey().allowing(scopes));
  }

  public String keyOf(ApiKeyBuilder builder) {
    var secret = ApiKeySecret.mint(builder.build().dialect(), random);
    memory.apiKeys().insert(builder.withId(id(0x100 + keys++)).withHash(secret.sha256()).build());
    return secret.text();
  }

  public InMemoryStores stores() {
    return memory;
  }

  public WatchedStores watched() {
    return watched;
  }

  public SettableClock clock() {
    return clock;
  }

  public SortableIds ids() {
    return ids;
  }

  public Secrets secrets() {
    return secrets;
  }

  public V1Parts v1Parts(HttpEndpoints endpoints) {
    return new V1Parts(
        endpoints,
        watched.stores(),
        accessKeys,
        new WaitingRoom(parkedCalls),
        intake(),
        Fixtures.fileLinks(),
        clock,
        ids,
        requestsPerHour,
        5,
        secrets,
        new UrlRules(UrlPolicy.strict()),
        ApiWorld::addressesOf);
  }

  /** From the next server on. */
  public void allowPerHour(int requests) {
    requestsPerHour = requests;
  }

  public ApiParts parts(HttpEndpoints endpoints) {
    return new ApiParts(
        endpoints,
        watched.stores(),
        accessKeys,
        intake(),
        engine,
        new Explanations(watched.stores(), clock, System::nanoTime),
        clock,
        ids,
        secrets,
        new UrlRules(UrlPolicy.strict()),
        ApiWorld::addressesOf,
        PLENTY,
        true,
        new WaitingRoom(parkedCalls));
  }

  private MessageIntake intake() {
    return new MessageIntake(
        watched.stores(), ids, event -> "{}", Fixtures.attachmentUrls(), clock);
  }

  /** An engine whose lanes nobody drives. */
  public DispatchEngine engine() {
    return engine;
  }

  private DispatchEngine newEngine() {
    return DispatchEngine.of(
        new EngineParts(
            watched.stores(),
            DispatchSettings.documented(),
            event -> "{}",
            false,
            ids,
            clock,
            System::nanoTime,
            "node-1",
            Duration.ZERO,
            new FakeAttachments(),
            Fixtures.fileLinks(),
            lane -> {},
            outbox -> {},
            key -> {}));
  }

  public AdminParts adminParts(HttpEndpoints endpoints) {
    Stores stores = watched.stores();
    return new AdminParts(
        endpoints,
        stores,
        engine.waiting(),
        engine.senders(),
        clock,
        ids,
        secrets,
        id -> "https://tuco.example/hooks/relay/" + id + "?secret=s",
        new ConnectionParts(
            CrmConnectors.of(List.of(new ToyCrm()), crm -> name -> Optional.empty()),
            "https://tuco.example",
            Map::of),
        ADMIN_TOKEN,
        new About("0.1.0", "memory", Fixtures.NOW));
  }

  /** Names of the tests: one is private, one is half private, the rest is public. */
  private static List<InetAddress> addressesOf(String host) {
    return switch (host) {
      case "inside.example" -> List.of(address(10, 0, 0, 1));
      case "mixed.example" -> List.of(address(93, 184, 215, 14), address(127, 0, 0, 1));
      case "nowhere.example" -> List.of();
      default -> List.of(address(93, 184, 215, 14));
    };
  }

  private static InetAddress address(int... parts) {
    try {
      var bytes = new byte[4];
      for (var i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) parts[i];
      }
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
