package io.tuco.core.harness;

import io.tuco.core.IdGenerator;
import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.EngineParts;
import io.tuco.core.engine.Explanations;
import io.tuco.core.engine.LaneSweep;
import io.tuco.core.engine.LaneTurns;
import io.tuco.core.engine.LaneWakes;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.engine.NodeLease;
import io.tuco.core.event.Event;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Outbox;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The whole product without threads, on a clock that moves when told: accepts, dispatches, settles.
 * One workspace with one line on one healthy device; more can be stored. Not thread-safe.
 */
public final class TucoHarness {

  private static final int STEPS_WITHOUT_REST = 10_000;
  private static final PageRequest PAGE = new PageRequest(1, PageRequest.MAX_LIMIT);

  private final Stores stores;
  private final FakeRelay relay = new FakeRelay();
  private final FakeProvider twilio = new FakeProvider("SM");
  private final FakeProvider mail = new FakeProvider("<mail>");
  private final FakeAttachments attachments = new FakeAttachments();
  private final List<EventName> published = new ArrayList<>();
  private final SettableClock clock;
  private final IdGenerator ids;
  private final DispatchSettings settings;
  private Access access;
  private final MessageIntake intake;
  private Node node;
  private boolean dead;

  private TucoHarness(SettableClock clock, DispatchSettings settings, Stores stores) {
    this.clock = clock;
    this.settings = settings;
    this.stores = stores;
    this.ids = new SortableIds(clock, new Random(42));
    var workspace = Fixtures.aWorkspace().build();
    var device = Fixtures.aDevice().build();
    var line = Fixtures.aLine().inWorkspace(workspace.id()).onDevice(device.id()).build();
    var key = Fixtures.anApiKey().inWorkspace(workspace.id()).build();
    stores.workspaces().insert(workspace);
    stores.devices().insert(device);
    stores.lines().insert(line);
    stores.apiKeys().insert(key);
    this.access = new Access(key, workspace);
    this.intake = new MessageIntake(stores, ids, Event::id, Fixtures.attachmentUrls(), clock);
    this.node = new Node("node-1");
  }

  /** A product at this instant, such as {@code 2027-03-12T22:15:00-05:00}. */
  public static TucoHarness at(String isoInstant) {
    return at(isoInstant, DispatchSettings.documented(), new InMemoryStores());
  }

  /** The same with other settings, on stores that may misbehave. */
  public static TucoHarness at(String isoInstant, DispatchSettings settings, Stores stores) {
    return new TucoHarness(SettableClock.at(isoInstant), settings, stores);
  }

  public Stores stores() {
    return stores;
  }

  public FakeRelay relay() {
    return relay;
  }

  /** Whatever takes texts. */
  public FakeProvider twilio() {
    return twilio;
  }

  /** Whatever takes e-mails. */
  public FakeProvider mail() {
    return mail;
  }

  public FakeAttachments attachments() {
    return attachments;
  }

  /** The engine of the running process. */
  public DispatchEngine engine() {
    return node.engine;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Changes the workspace, for requests to come and for messages under way. */
  public void workspaceBecomes(UnaryOperator<Workspace> change) {
    var changed = change.apply(access.workspace());
    stores.workspaces().update(changed);
    access = new Access(access.key(), changed);
  }

  public Workspace workspace() {
    return access.workspace();
  }

  public Line line() {
    return stores.lines().ofWorkspace(workspace().id()).get(0);
  }

  public Device device() {
    return stores.devices().all().get(0);
  }

  /** The events handed to the outbox, in order. */
  public List<EventName> published() {
    return List.copyOf(published);
  }

  /** Limits of the line, from now on. */
  public void lineIsLimitedTo(LineLimits limits) {
    stores
        .lines()
        .update(
            Fixtures.aLine()
                .withId(line().id())
                .inWorkspace(workspace().id())
                .onDevice(device().id())
                .limitedTo(limits)
                .build());
  }

  /** The device turns out well or not, from now on; its lanes hear of it. */
  public void deviceBecomes(SenderHealth health) {
    engine().senders().note(device(), health);
    node.wake(device().laneId());
  }

  /** The engine looks at the lane soon. */
  public void wakes(String laneId) {
    node.wake(laneId);
  }

  /** Which rule holds a message that waits or is unknown. */
  public Optional<Hold> explanationOf(String id) {
    return explanationOf(message(id));
  }

  private Optional<Hold> explanationOf(Message message) {
    return new Explanations(stores, clock, this::nanos).of(message);
  }

  public SubmissionResult tries(SubmitMessage words) {
    return tries(access, words);
  }

  /** The same by somebody else, such as another workspace. */
  public SubmissionResult tries(Access caller, SubmitMessage words) {
    var result = intake.submit(new Submission(caller, words, "app_" + ids.uuid()));
    if (result instanceof SubmissionResult.Accepted accepted) {
      node.wakes.wakeFor(accepted.laneId(), accepted.message());
      accepted.events().ifPresent(this::publish);
    }
    return result;
  }

  /** Submits what must be accepted and answers its id. */
  public String submits(SubmitMessage words) {
    return ((SubmissionResult.Accepted) tries(words)).message().id();
  }

  public Message message(String id) {
    return stores.messages().find(workspace().id(), id).orElseThrow();
  }

  /** Does everything that is due now, and asks of all that waits why it does. */
  public void runsDueWork() {
    if (dead) {
      return;
    }
    try {
      node.sweep.sweep();
      turns();
    } catch (CallerDied death) {
      dead = true;
    }
    explainsWhatWaits();
  }

  private void turns() {
    for (var step = 0; step < STEPS_WITHOUT_REST; step++) {
      var lane = node.wheel.take(nanos());
      if (lane.isEmpty()) {
        return;
      }
      node.turn(lane.get());
    }
    throw new IllegalStateException("a lane never rests: " + node.wheel.nextAt());
  }

  private void explainsWhatWaits() {
    var waiting =
        new MessageFilter(
            EnumSet.of(MessageStatus.QUEUED, MessageStatus.PENDING, MessageStatus.SCHEDULED),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    for (var message : stores.messages().page(workspace().id(), waiting, PAGE).items()) {
      if (explanationOf(message).filter(hold -> !hold.detail().isBlank()).isEmpty()) {
        throw new IllegalStateException("nobody can say why it waits: " + message);
      }
    }
  }

  /** Lets time pass, doing at each instant what falls due. */
  public void passes(Duration duration) {
    var end = clock.instant().plus(duration);
    runsDueWork();
    while (clock.instant().isBefore(end)) {
      var next = dead ? OptionalLong.empty() : node.wheel.nextAt();
      var until = next.isPresent() ? instantOf(next.getAsLong()) : end;
      clock.set(until.isBefore(end) ? later(until) : end);
      runsDueWork();
    }
  }

  /** The process dies and another starts on the same store, a lease's life later. */
  public void restartsAfterACrash() {
    clock.advance(NodeLease.LIFE);
    node = new Node("node-" + ids.sortableId());
    dead = false;
  }

  private void publish(Outbox outbox) {
    outbox.events().forEach(event -> published.add(event.name()));
  }

  private Instant later(Instant until) {
    return until.isAfter(clock.instant()) ? until : clock.instant().plusMillis(1);
  }

  private long nanos() {
    return Math.multiplyExact(clock.millis(), 1_000_000L);
  }

  private static Instant instantOf(long nanos) {
    return Instant.ofEpochMilli(Math.floorDiv(nanos + 999_999, 1_000_000L));
  }

  /** One process: everything that a crash loses. */
  private final class Node {

    private final LaneWheel wheel = new LaneWheel();
    private final DispatchEngine engine;
    private final LaneTurns turns;
    private final LaneWakes wakes;
    private final LaneSweep sweep;

    Node(String id) {
      engine =
          DispatchEngine.of(
              new EngineParts(
                  stores,
                  settings,
                  Event::id,
                  false,
                  ids,
                  clock,
                  TucoHarness.this::nanos,
                  id,
                  Duration.ZERO,
                  attachments,
                  Fixtures.fileLinks(),
                  this::wake,
                  TucoHarness.this::publish,
                  key -> {}));
      turns = engine.turns();
      wakes = new LaneWakes(wheel, turns, settings, TucoHarness.this::nanos);
      sweep = new LaneSweep(stores, wakes, clock, TucoHarness.this::nanos);
    }

    private void wake(String laneId) {
      wakes.wake(laneId);
    }

    private void turn(String key) {
      engine.node().renew();
      var turn = turns.begin(key);
      while (turn.isOpen()) {
        turn = carryOut(turn);
      }
      var pause = turn.lookAgainAt().map(at -> Duration.between(clock.instant(), at));
      wheel.done(key, pause, turn.rests(), nanos());
    }

    private LaneTurn carryOut(LaneTurn turn) {
      var command = turn.command();
      return switch (command.kind()) {
        case STORE -> turns.carryOut(turn);
        case CHECK -> turns.checked(turn, relay.check((DispatchCommand.Check) command));
        case SEND -> send(turns.calling(turn));
        case VERIFY -> turns.verified(turn, rowsOf((DispatchCommand.Verify) command));
        case PUBLISH -> {
          publish(((DispatchCommand.Publish) command).outbox());
          yield turns.published(turn);
        }
        case FINISH -> throw new IllegalStateException("the turn is over");
      };
    }

    private LaneTurn send(LaneTurn calling) {
      return calling.command() instanceof DispatchCommand.Send send
          ? turns.answered(calling, send(send))
          : calling;
    }

    private DeliveryOutcome send(DispatchCommand.Send send) {
      return switch (send.sender().kind()) {
        case DEVICE -> relay.send(send);
        case SMS -> twilio.send(send);
        case MAIL -> mail.send(send);
      };
    }

    private DeviceRows rowsOf(DispatchCommand.Verify verify) {
      return verify.sender().kind() == Sender.Kind.DEVICE
          ? relay.rowsOf(verify)
          : twilio.rowsOf(verify);
    }
  }
}
