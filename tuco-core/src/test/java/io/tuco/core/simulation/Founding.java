package io.tuco.core.simulation;

import io.tuco.core.account.MailAccount;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.LineBuilder;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.Sealed;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.SmsFallback;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills a new world: workspaces in odd zones, devices that they share, lines, people. */
final class Founding {

  static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/Paris",
          "Australia/Lord_Howe",
          "Africa/Cairo",
          "Asia/Kathmandu",
          "Pacific/Chatham",
          "America/Santiago",
          "UTC");

  private final World world;
  private final Chance chance;
  private final List<String> workspaces = new ArrayList<>();
  private int lines;

  Founding(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  void found() {
    for (var number = 1; number <= world.plan().workspaces(); number++) {
      workspace("org_" + number);
    }
    for (var number = 1; number <= world.plan().devices(); number++) {
      device(Fixtures.id(0xd0 + number));
    }
    // Whoever has no line on a device yet gets one.
    workspaces.stream()
        .filter(id -> ofChannel(id, MessageType.IMESSAGE).isEmpty())
        .forEach(id -> line(id, Fixtures.id(0xd1)));
    workspaces.forEach(this::accounts);
    workspaces.forEach(this::people);
  }

  private void workspace(String id) {
    var fallback = chance.hits(0.6) ? smsAccount() : SmsFallback.none();
    var builder =
        Fixtures.aWorkspace()
            .withId(id)
            .inZone(chance.pick(ZONES))
            .withSmsFallback(fallback)
            // Clients send the same words on purpose, for texts that nobody can tell apart.
            .guarding(DoubleSendGuard.off())
            .createdAt(world.plan().start());
    if (chance.hits(0.5)) {
      builder.countingDaysIn(new CapDays(ZoneId.of(chance.pick(ZONES)), Optional.empty()));
    }
    if (chance.hits(0.15)) {
      builder.resendingUnknownAfter(Duration.ofHours(chance.between(1, 6)));
    }
    var made = builder.build();
    world.stores().workspaces().insert(made);
    world
        .chronicle()
        .add(new Entry.Tenant(world.clock().moment(), id, made.unknownPolicy().resendAfter()));
    workspaces.add(id);
  }

  private SmsFallback smsAccount() {
    return new SmsFallback(
        true,
        Optional.of("AC0123456789abcdef0123456789abcdef"),
        Optional.of(new Sealed("sealed-token")),
        Optional.empty(),
        Optional.of("MG0123456789abcdef0123456789abcdef"),
        chance.hits(0.5),
        Optional.empty(),
        Optional.empty());
  }

  private void device(String id) {
    var gap =
        world.plan().smallLimits()
            ? Duration.ofSeconds(chance.between(1, 60))
            : Duration.ofSeconds(30);
    var device =
        Fixtures.aDevice()
            .withId(id)
            .withGap(gap)
            .withHealth(SenderHealth.healthy(chance.hits(0.8), world.plan().start()))
            .createdAt(world.plan().start())
            .build();
    world.stores().devices().insert(device);
    world.add(new SimRelay(world, id, world.plan().honoursTokens()));
    world.chronicle().add(new Entry.Pace(world.clock().moment(), device.laneId(), gap));
    var count = chance.between(1, 3);
    for (var line = 0; line < count; line++) {
      line(chance.pick(workspaces), id);
    }
  }

  private void line(String workspaceId, String deviceId) {
    store(newLine(workspaceId).onDevice(deviceId).build());
  }

  private LineBuilder newLine(String workspaceId) {
    lines++;
    return Fixtures.aLine()
        .withId(Fixtures.id(0x71 + lines))
        .inWorkspace(workspaceId)
        .withPhone(String.format(Locale.ROOT, "+1303555%04d", lines))
        .named("Line" + lines)
        .limitedTo(limits())
        .createdAt(world.plan().start());
  }

  private LineLimits limits() {
    return world.plan().smallLimits()
        ? new LineLimits(
            chance.between(2, 8),
            chance.between(3, 20),
            chance.between(1, 5),
            Duration.ofSeconds(chance.between(0, 90)))
        : LineLimits.defaults();
  }

  private void accounts(String workspaceId) {
    if (chance.hits(0.3)) {
      store(newLine(workspaceId).overSms(Fixtures.anSmsAccount()).build());
    }
    if (chance.hits(0.3)) {
      store(newLine(workspaceId).withoutPhone().overMail(mailAccount()).build());
    }
  }

  private MailAccount mailAccount() {
    var sample = Fixtures.aMailAccount();
    return new MailAccount(
        sample.host(),
        sample.port(),
        sample.security(),
        sample.username(),
        sample.password(),
        new EmailAddress("line" + lines + "@example.com"),
        sample.fromName(),
        sample.replyTo(),
        sample.unsubscribeMailto(),
        chance.hits(0.5) ? Optional.of(chance.between(2, 10)) : Optional.empty());
  }

  private void store(Line line) {
    if (!world.stores().lines().insert(line)) {
      throw new IllegalStateException("the line's address is taken");
    }
    note(world, line);
  }

  static void note(World world, Line line) {
    var workspace = world.stores().workspaces().find(line.workspaceId()).orElseThrow();
    var limits = line.limits();
    world
        .chronicle()
        .add(
            new Entry.Limits(
                world.clock().moment(),
                line.id(),
                workspace.capDays().chosen(),
                limits.messagesPerDay(),
                limits.newConversationsPerDay(),
                line.channel() == MessageType.EMAIL
                    ? Integer.MAX_VALUE
                    : limits.firstTouchesPerHour(),
                limits.contactGap()));
  }

  private List<Line> ofChannel(String workspaceId, MessageType type) {
    return world.stores().lines().ofWorkspace(workspaceId).stream()
        .filter(line -> line.channel() == type)
        .toList();
  }

  private void people(String workspaceId) {
    var count = chance.between(2, 12);
    for (var each = 0; each < count; each++) {
      var lead = world.people().join(workspaceId, chance);
      world.stores().leads().create(lead).orElseThrow();
      world
          .chronicle()
          .add(
              new Entry.Person(
                  world.clock().moment(),
                  lead.id(),
                  workspaceId,
                  lead.addresses().all().stream().map(address -> address.value()).toList()));
    }
  }
}
