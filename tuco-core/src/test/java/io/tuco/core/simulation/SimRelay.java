package io.tuco.core.simulation;

import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DeliveryOutcome.Unknown;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.message.Message;
import io.tuco.core.message.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Mac with BlueBubbles: it answers 500 for what it has sent, stalls for minutes, remembers a
 * token only while its call runs, and forgets even that when it starts again. Or, in the variant
 * that honours tokens, refuses one that it has ever seen. Either way a text that leaves does so
 * within 150 s of its call, a file within 20 min.
 */
final class SimRelay implements Provider {

  private static final int NOT_ON_IMESSAGE = 22;
  private static final int TIMED_OUT = 4;
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(30);
  private static final Duration DEADLINE = Duration.ofSeconds(150);
  private static final Duration FILE_DEADLINE = Duration.ofSeconds(330);
  private static final Duration TEXT_LIFE = Duration.ofSeconds(149);
  private static final Duration FILE_LIFE = Duration.ofMinutes(19);
  private static final Duration LOOK_BACK = Duration.ofSeconds(15);

  private final World world;
  private final String id;
  private final boolean honoursTokens;
  private final List<SimRow> rows = new ArrayList<>();
  private final List<Call> running = new ArrayList<>();
  private final Set<String> tokens = new HashSet<>();
  private boolean reachable = true;
  private boolean silent;

  SimRelay(World world, String id, boolean honoursTokens) {
    this.world = world;
    this.id = id;
    this.honoursTokens = honoursTokens;
  }

  String id() {
    return id;
  }

  boolean isReachable() {
    return reachable;
  }

  void isReachable(boolean now) {
    reachable = now;
    world.note("device " + id + (now ? " is up" : " is away"));
  }

  void isSilent(boolean now) {
    silent = now;
    world.note("device " + id + (now ? " shows nothing" : " shows its messages"));
  }

  /** The relay's program starts again; Messages goes on, and may still send what it was given. */
  void restarts() {
    world.note("device " + id + " starts again");
    for (var call : List.copyOf(running)) {
      if (world.chance().hits(0.5)) {
        call.stop();
      }
      call.answer(new Unknown("The connection was reset"));
    }
    running.clear();
    if (!honoursTokens) {
      tokens.clear();
    }
  }

  void lookUp(
      DispatchCommand.Check check, String lane, String workspaceId, Consumer<Availability> answer) {
    world.lookedUp(lane, workspaceId, check.address());
    if (!reachable) {
      world.agenda().in(Duration.ofSeconds(5), () -> answer.accept(Availability.UNREACHABLE));
      return;
    }
    var failed = world.isTroubled() && world.chance().hits(world.troubles().provider() / 4);
    var found =
        world.people().hasIMessage(check.address())
            ? Availability.AVAILABLE
            : Availability.UNAVAILABLE;
    world
        .agenda()
        .in(
            world.isTroubled()
                ? world.chance().mostlyShort(LONGEST_LOOK_UP)
                : Duration.ofMillis(200),
            () -> answer.accept(failed ? Availability.UNANSWERED : found));
  }

  @Override
  public void send(
      DispatchCommand.Send send, String node, String lane, Consumer<DeliveryOutcome> answer) {
    var call = new Call(world, send, node, lane, answer);
    if (!reachable) {
      after(
          Duration.ofSeconds(world.chance().between(0, 5)),
          () -> call.answer(NotSent.because("The connection was refused")));
      return;
    }
    if (!tokens.add(call.token())) {
      call.answer(new Unknown("Message is already queued to be sent!"));
      return;
    }
    running.add(call);
    if (world.isTroubled() && world.chance().hits(world.troubles().provider())) {
      badly(call);
    } else if (world.people().hasIMessage(call.address())) {
      leaves(call, quick());
      after(quick().plusSeconds(8), () -> ends(call, accepted(call)));
    } else {
      notOnIMessage(call);
    }
  }

  private void badly(Call call) {
    switch (world.chance().between(0, 11)) {
      case 0 -> {
        leaves(call, quick());
        after(stall(), () -> ends(call, new Unknown("Failed to send message! data: null")));
      }
      case 1 -> {
        leaves(call, longestLife(call));
        after(deadline(call), () -> ends(call, new Unknown("The deadline passed")));
      }
      case 2 -> after(deadline(call), () -> ends(call, new Unknown("The deadline passed")));
      case 3 -> {
        leaves(call, quick());
        after(quick(), () -> ends(call, new Unknown("200 without data")));
      }
      case 4 -> after(stall(), () -> ends(call, new Unknown("500 of some kind")));
      case 5 -> after(quick(), () -> ends(call, new Refused("400 of some kind", Scope.MESSAGE)));
      case 6 ->
          after(quick(), () -> ends(call, NotSent.because("Private API Helper is not connected!")));
      case 7 -> {
        leaves(call, longestLife(call));
        call.answer(new Unknown("Message is already queued to be sent!"));
      }
      case 8 -> timesOut(call);
      case 9 -> {
        rows.add(new SimRow(call, world.nextReference("row-"), device(), 1));
        after(stall(), () -> ends(call, new Unknown("Message sent with an error")));
      }
      case 10 -> returnsLate(call);
      default -> after(quick(), () -> ends(call, NotSent.senderDown("Unauthorized")));
    }
  }

  private void notOnIMessage(Call call) {
    after(
        quick(),
        () -> {
          rows.add(new SimRow(call, world.nextReference("row-"), device(), NOT_ON_IMESSAGE));
          ends(
              call,
              world.isTroubled() && world.chance().hits(world.troubles().provider())
                  ? new Unknown("Message sent with an error")
                  : new Refused("Recipient is not on iMessage", Scope.ADDRESS));
        });
  }

  /** A row that says "timed out", and may turn good within ten minutes. */
  private void timesOut(Call call) {
    var row = new SimRow(call, world.nextReference("row-"), device(), TIMED_OUT);
    rows.add(row);
    after(stall(), () -> ends(call, new Unknown("Failed to send message! error 4")));
    if (world.chance().hits(0.5)) {
      after(
          world.chance().between(Duration.ofSeconds(10), Duration.ofMinutes(9)),
          () -> {
            row.becomes(0);
            call.left();
          });
    }
  }

  /** It is accepted, and comes back a little later. */
  private void returnsLate(Call call) {
    var row = leavesNow(call);
    after(quick(), () -> ends(call, new Accepted(row.reference())));
    after(
        quick().plusSeconds(60),
        () -> {
          row.becomes(NOT_ON_IMESSAGE);
          call.returned();
          world.news(
              node ->
                  node.engine().lateNews().failed(row.reference(), "error 22", true, world.now()));
        });
  }

  private void leaves(Call call, Duration wait) {
    after(
        wait,
        () -> {
          if (!call.isStopped()) {
            leavesNow(call);
          }
        });
  }

  private SimRow leavesNow(Call call) {
    var row = new SimRow(call, world.nextReference("row-"), device(), 0);
    rows.add(row);
    call.left();
    world.tellsOf(call, row.reference());
    return row;
  }

  private DeliveryOutcome accepted(Call call) {
    return rows.stream()
        .filter(row -> row.call() == call)
        .findFirst()
        .<DeliveryOutcome>map(row -> new Accepted(row.reference()))
        .orElseGet(() -> new Unknown("200 without data"));
  }

  private void ends(Call call, DeliveryOutcome outcome) {
    running.remove(call);
    call.answer(outcome);
  }

  @Override
  public void rowsOf(DispatchCommand.Verify verify, Consumer<DeviceRows> answer) {
    var asked = earliest(verify.message());
    var early = world.chance().hits(0.5);
    var rowsNow = early ? shown(asked) : DeviceRows.silence();
    after(
        world.isTroubled() ? world.chance().mostlyShort(LONGEST_LOOK_UP) : Duration.ofMillis(300),
        () -> answer.accept(early ? rowsNow : shown(asked)));
  }

  private DeviceRows shown(Instant earliest) {
    return !reachable || silent
        ? DeviceRows.silence()
        : new DeviceRows(true, SimRow.shown(rows, earliest));
  }

  /** Where clocks are set, the adapter's 15 s are not enough; see the documentation. */
  private Instant earliest(Message message) {
    var started = message.progress().send().map(Send::startedAt).orElseThrow();
    return started.minus(LOOK_BACK).minus(world.clockTolerance());
  }

  private Instant device() {
    return world.clock().deviceTime();
  }

  private Duration quick() {
    return world.chance().between(Duration.ofMillis(200), Duration.ofSeconds(4));
  }

  private Duration stall() {
    return world.chance().between(Duration.ofSeconds(60), Duration.ofSeconds(124));
  }

  private Duration longestLife(Call call) {
    return world
        .chance()
        .between(Duration.ofSeconds(1), call.part().isText() ? TEXT_LIFE : FILE_LIFE);
  }

  private static Duration deadline(Call call) {
    return call.part().isText() ? DEADLINE : FILE_DEADLINE;
  }

  private void after(Duration wait, Runnable action) {
    world.agenda().in(wait, action);
  }
}
