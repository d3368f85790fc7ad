package io.tuco.camel.bench;

import static io.tuco.core.fixture.Fixtures.anApiKey;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SendMethod;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.ApiKeySecret;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Scope;
import io.tuco.core.workspace.SendDefaults;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A workspace whose requests are not limited, a key to it, and healthy devices of one line each.
 *
 * @param lines by place; the line at a place is on the device at that place
 */
record Fleet(String key, List<String> lines, List<String> devices) {

  static final String WORKSPACE = Fixtures.WORKSPACE;

  /** More than any run sends. */
  static final LineLimits UNLIMITED =
      new LineLimits(1_000_000, 1_000_000, 1_000_000, Duration.ZERO);

  /**
   * How many devices there are, and what bounds each.
   *
   * @param gap after each text of a device, once they are told to rest
   * @param limits of each line
   */
  record Size(int devices, Duration gap, LineLimits limits) {}

  /** Stores it; {@code relays} are taken in turn, one device each. */
  static Fleet in(
      Stores stores, SecretBox secrets, RandomGenerator random, List<String> relays, Size size) {
    var now = Fixtures.NOW;
    stores.workspaces().insert(workspace(now));
    var secret = ApiKeySecret.mint(KeyDialect.TUCO, random);
    stores.apiKeys().insert(anApiKey().withHash(secret.sha256()).allowing(Scope.values()).build());
    var devices = IntStream.range(0, size.devices()).mapToObj(Fleet::deviceId).toList();
    var lines = IntStream.range(0, size.devices()).mapToObj(Fleet::lineId).toList();
    for (var place = 0; place < size.devices(); place++) {
      var url = relays.get(place % relays.size()) + "/d" + place;
      stores.devices().insert(device(devices.get(place), url, secrets, now));
      stores.lines().insert(line(lines.get(place), devices.get(place), place, size.limits(), now));
    }
    return new Fleet(secret.text(), lines, devices);
  }

  /** Somebody new for every number. */
  static String person(int number) {
    return String.format(Locale.ROOT, "+1212%07d", 2_000_000 + number);
  }

  private static String deviceId(int place) {
    return Fixtures.id(0xd00000 + place);
  }

  private static String lineId(int place) {
    return Fixtures.id(0x700000 + place);
  }

  private static Workspace workspace(Instant now) {
    var limit = Optional.of(1_000_000);
    return new Workspace(
        WORKSPACE,
        "Bench",
        ZoneOffset.UTC,
        "US",
        Optional.empty(),
        new RateLimits(limit, limit, limit, limit),
        SmsFallback.none(),
        UnknownPolicy.hold(),
        CapDays.utc(),
        DoubleSendGuard.standard(),
        AnswerTexts.standard(),
        SendDefaults.standard(),
        now,
        now);
  }

  private static Device device(String id, String url, SecretBox secrets, Instant now) {
    return new Device(
        id,
        "Mac",
        Device.BLUEBUBBLES,
        url,
        secrets.seal("secret"),
        Duration.ZERO,
        SendMethod.AUTO,
        SenderHealth.healthy(true, now),
        now,
        now);
  }

  private static Line line(String id, String device, int place, LineLimits limits, Instant now) {
    return new Line(
        id,
        WORKSPACE,
        MessageType.IMESSAGE,
        new Carrier.OnDevice(device),
        Optional.of(new PhoneNumber("+1202555" + (1_000 + place))),
        Optional.empty(),
        "Line",
        Optional.empty(),
        true,
        limits,
        Optional.empty(),
        false,
        now,
        now);
  }
}
