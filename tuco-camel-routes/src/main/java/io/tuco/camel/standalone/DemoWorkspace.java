package io.tuco.camel.standalone;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SendMethod;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.Sealed;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.ApiKeySecret;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Member;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.SendDefaults;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The demo's workspace: two lines on two devices of the simulated relay, with numbers that let a
 * newcomer see something happen at once (settled answers, item 2); and a sandbox line on a third.
 */
final class DemoWorkspace {

  private static final Duration DEVICE_GAP = Duration.ofSeconds(1);
  private static final LineLimits LIMITS = new LineLimits(100_000, 100_000, 100_000, Duration.ZERO);
  private static final int FIRST_NUMBER = 5_191;
  private static final int NUMBERS = 100;

  /** The second device is a second Mac of the simulator, with chats of its own. */
  private static final List<String> DEVICE_PATHS = List.of("", "/mac-2");

  private static final String SANDBOX_PATH = "/mac-3";

  private static final Map<String, String> NAMES =
      Map.of("", "One", "/mac-2", "Two", SANDBOX_PATH, "Sandbox");

  private final Stores stores;
  private final SecretBox secrets;
  private final IdGenerator ids;
  private final RandomGenerator random;
  private final Instant now;

  DemoWorkspace(
      Stores stores, SecretBox secrets, IdGenerator ids, RandomGenerator random, Instant now) {
    this.stores = stores;
    this.secrets = secrets;
    this.ids = ids;
    this.random = random;
    this.now = now;
  }

  /** The demo that {@code earlier} speaks of, if the store still has it, else a new one. */
  DemoNote ensure(
      Optional<DemoNote> earlier, String baseUrl, String adminToken, SimulatorNote relay) {
    var kept = earlier.filter(note -> stores.workspaces().find(note.workspaceId()).isPresent());
    kept.ifPresent(note -> follow(note, relay));
    kept.ifPresent(note -> ensureSandbox(note.workspaceId(), relay));
    return kept.map(note -> note.at(baseUrl, adminToken, relay))
        .orElseGet(() -> make(baseUrl, adminToken, relay));
  }

  /** The devices of the demo's lines. */
  List<Device> devices(DemoNote note) {
    return stores.lines().ofWorkspace(note.workspaceId()).stream()
        .filter(line -> line.sandbox() || note.lineIds().contains(line.id()))
        .flatMap(line -> line.deviceId().stream())
        .flatMap(id -> stores.devices().find(id).stream())
        .collect(Collectors.toList());
  }

  /** The simulator may have come back on another port. */
  private void follow(DemoNote note, SimulatorNote relay) {
    devices(note).stream()
        .filter(device -> !device.baseUrl().startsWith(relay.relayUrl()))
        .forEach(
            device ->
                stores
                    .devices()
                    .update(
                        moved(
                            device,
                            device.baseUrl().replace(note.relay().relayUrl(), relay.relayUrl()))));
  }

  private DemoNote make(String baseUrl, String adminToken, SimulatorNote relay) {
    var workspace = workspace();
    stores.workspaces().insert(workspace);
    var owner = owner(workspace.id());
    stores.members().insert(owner);
    var secret = ApiKeySecret.mint(KeyDialect.TUCO, random);
    stores.apiKeys().insert(key(owner, secret));
    var lines =
        DEVICE_PATHS.stream()
            .map(path -> line(workspace.id(), device(relay.relayUrl() + path), path))
            .collect(Collectors.toList());
    ensureSandbox(workspace.id(), relay);
    return new DemoNote(
        baseUrl,
        adminToken,
        secret.text(),
        workspace.id(),
        lines.stream().map(Line::id).collect(Collectors.toList()),
        relay);
  }

  private Workspace workspace() {
    return new Workspace(
        "org_" + ids.objectId(),
        "Demo",
        ZoneId.of("America/New_York"),
        "US",
        Optional.empty(),
        RateLimits.defaults(),
        SmsFallback.none(),
        UnknownPolicy.hold(),
        CapDays.utc(),
        DoubleSendGuard.standard(),
        AnswerTexts.standard(),
        SendDefaults.standard(),
        now,
        now);
  }

  private Member owner(String workspaceId) {
    return new Member(
        "user_" + ids.objectId(),
        workspaceId,
        new EmailAddress("owner@example.com"),
        Optional.empty(),
        true,
        now);
  }

  /** An earlier demo may have been without one. */
  private void ensureSandbox(String workspaceId, SimulatorNote relay) {
    if (stores.lines().ofWorkspace(workspaceId).stream().noneMatch(Line::sandbox)) {
      line(workspaceId, device(relay.relayUrl() + SANDBOX_PATH), SANDBOX_PATH);
    }
  }

  /** It is the owner's, as a sandbox belongs to a user. */
  private ApiKey key(Member owner, ApiKeySecret secret) {
    return new ApiKey(
        ids.objectId(),
        owner.workspaceId(),
        "Demo key",
        secret.sha256(),
        secret.prefix(),
        secret.last4(),
        Scope.all(),
        Set.of(),
        true,
        Optional.empty(),
        Optional.of(owner.id()),
        KeyDialect.TUCO,
        now);
  }

  private Device device(String baseUrl) {
    var device =
        new Device(
            ids.objectId(),
            "Simulated Mac",
            Device.BLUEBUBBLES,
            baseUrl,
            password(),
            DEVICE_GAP,
            SendMethod.AUTO,
            SenderHealth.unknown(),
            now,
            now);
    stores.devices().insert(device);
    return device;
  }

  private Sealed password() {
    return secrets.seal(SimulatorProcess.PASSWORD);
  }

  /** On the first of the demo's numbers that no line has: an earlier demo may have left some. */
  private Line line(String workspaceId, Device device, String path) {
    return IntStream.range(0, NUMBERS)
        .mapToObj(place -> line(workspaceId, device, path, place))
        .filter(stores.lines()::insert)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("all of the demo's numbers are other lines' already"));
  }

  private Line line(String workspaceId, Device device, String path, int place) {
    var isSandbox = path.equals(SANDBOX_PATH);
    return new Line(
        ids.objectId(),
        workspaceId,
        MessageType.IMESSAGE,
        new Carrier.OnDevice(device.id()),
        Optional.of(new PhoneNumber("+1202555" + (FIRST_NUMBER + place))),
        Optional.empty(),
        "Demo",
        Optional.of(NAMES.get(path)),
        true,
        LIMITS,
        Optional.empty(),
        isSandbox,
        // The eldest: lists that begin with the newest begin with a line that writes to anybody.
        isSandbox ? now.minusSeconds(1) : now,
        now);
  }

  private Device moved(Device device, String baseUrl) {
    return new Device(
        device.id(),
        device.name(),
        device.type(),
        baseUrl,
        device.password(),
        device.gap(),
        device.method(),
        device.health(),
        device.createdAt(),
        now);
  }
}
