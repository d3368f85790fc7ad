package io.tuco.core.simulation;

import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.engine.DispatchEngine;
import io.tuco.core.engine.EngineParts;
import io.tuco.core.engine.LaneSweep;
import io.tuco.core.engine.LaneTurns;
import io.tuco.core.engine.LaneWakes;
import io.tuco.core.engine.MessageIntake;
import io.tuco.core.engine.NodeLease;
import io.tuco.core.engine.RecentFacts;
import io.tuco.core.event.Event;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One process: everything that a crash loses. It does one thing at a time; what comes while it is
 * busy or held up waits for it.
 */
final class SimNode implements SimStore.Around {

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration LONGEST_SWEEP = Duration.ofMinutes(40);

  private final World world;
  private final String id;
  private final Stores stores;
  private final LaneWheel wheel = new LaneWheel();
  private final DispatchEngine engine;
  private final LaneTurns turns;
  private final LaneWakes wakes;
  private final LaneSweep sweep;
  private final MessageIntake intake;
  private final Deque<Runnable> parked = new ArrayDeque<>();
  private int awaited;
  private boolean keepsAlive;
  private boolean dead;
  private boolean busy;
  private boolean frozen;
  private long renewAt;
  private OptionalLong armedAt = OptionalLong.empty();
  private Duration nextSweep = SWEEP;
  private long writesAtSweep = -1;

  SimNode(World world, String id) {
    this.world = world;
    this.id = id;
    this.stores = SimStore.of(world.stores(), this);
    var clock = world.clock();
    var ids = new SortableIds(clock, world.chance().split());
    this.engine =
        DispatchEngine.of(
            new EngineParts(
                stores,
                world.settings(),
                Event::id,
                false,
                ids,
                clock,
                clock::nanos,
                id,
                RecentFacts.AGE,
                world.files(),
                Fixtures.fileLinks(),
                this::wake,
                outbox -> {},
                key -> {}));
    this.turns = engine.turns();
    this.wakes = new LaneWakes(wheel, turns, world.settings(), clock::nanos);
    this.sweep = new LaneSweep(stores, wakes, clock, clock::nanos);
    this.intake = new MessageIntake(stores, ids, Event::id, Fixtures.attachmentUrls(), clock);
  }

  String id() {
    return id;
  }

  Stores stores() {
    return stores;
  }

  DispatchEngine engine() {
    return engine;
  }

  MessageIntake intake() {
    return intake;
  }

  boolean isDead() {
    return dead;
  }

  boolean isFree() {
    return !dead && !busy && !frozen;
  }

  void start() {
    renewAt = world.clock().nanos();
    run(this::sweepOnce);
  }

  void kill(String why) {
    if (!dead) {
      dead = true;
      world.note(id + " is killed " + why);
      world.died(this);
    }
  }

  void freeze(Duration pause) {
    frozen = true;
    world.note(id + " is held up for " + pause);
    world.agenda().in(pause, this::thaw);
  }

  private void thaw() {
    frozen = false;
    renewAt = world.clock().nanos() + world.chance().mostlyShort(NodeLease.RENEWAL).toNanos();
    resume();
  }

  /** Does something in this process: now, or once it can; never, if it has died by then. */
  void run(Runnable action) {
    if (dead) {
      return;
    }
    if (busy || frozen) {
      parked.add(action);
      return;
    }
    busy = true;
    try {
      action.run();
    } catch (NodeKilled e) {
      kill("on its way");
    } catch (StoreException e) {
      world.note(id + " finds the store away");
    } catch (RuntimeException e) {
      broke(e);
    } finally {
      busy = false;
    }
    resume();
  }

  private void resume() {
    if (!dead && !frozen) {
      arm();
      while (!parked.isEmpty()) {
        var action = parked.poll();
        world.agenda().in(Duration.ZERO, () -> run(action));
      }
    }
  }

  void in(Duration wait, Runnable action) {
    world.agenda().in(wait, () -> run(action));
  }

  private void broke(RuntimeException e) {
    var where = e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "";
    world.chronicle().add(new Entry.Broke(world.clock().moment(), id, e + where));
  }

  /** Makes the step that an answer makes possible; until then this process shows its life. */
  private <A> Consumer<A> awaiting(String key, Function<A, LaneTurn> step) {
    awaited++;
    if (!keepsAlive) {
      keepsAlive = true;
      world.agenda().in(NodeLease.RENEWAL, this::keepAlive);
    }
    return answer -> {
      awaited--;
      run(() -> go(key, () -> step.apply(answer)));
    };
  }

  private void keepAlive() {
    keepsAlive = awaited > 0 && !dead;
    if (keepsAlive) {
      tick();
      world.agenda().in(NodeLease.RENEWAL, this::keepAlive);
    }
  }

  /**
   * The sign of life. While nothing is under way it comes when there is something to do: whatever
   * it would have done before, nobody has looked.
   */
  void tick() {
    if (isFree() && renewAt <= world.clock().nanos()) {
      renewAt = world.clock().nanos() + NodeLease.RENEWAL.toNanos();
      run(() -> engine.node().renew());
    }
  }

  /** The sweep comes every ten seconds; in a world that stands still it may come seldom. */
  private void sweepOnce() {
    nextSweep =
        world.watch().writes() == writesAtSweep
            ? min(nextSweep.multipliedBy(2), LONGEST_SWEEP)
            : SWEEP;
    writesAtSweep = world.watch().writes();
    in(nextSweep, this::sweepOnce);
    sweep.sweep();
    engine.followUps().sweep();
    engine.expiry().sweep(world.clock().instant());
  }

  void wake(String laneId) {
    wakes.wake(laneId);
  }

  private void arm() {
    var next = wheel.nextAt();
    if (next.isPresent() && (armedAt.isEmpty() || next.getAsLong() < armedAt.getAsLong())) {
      armedAt = next;
      var at = next.getAsLong();
      world.agenda().at(at, () -> run(() -> drive(at)));
    }
  }

  /** Turns the wheel, unless an earlier instant was chosen since. */
  private void drive(long at) {
    if (armedAt.isEmpty() || armedAt.getAsLong() != at) {
      return;
    }
    armedAt = OptionalLong.empty();
    for (var key = take(); key.isPresent(); key = take()) {
      var lane = key.get();
      go(lane, () -> turns.begin(lane));
    }
  }

  private Optional<String> take() {
    return wheel.take(world.clock().nanos());
  }

  /** Makes the next step of a turn; a turn that breaks is begun anew a little later. */
  private void go(String key, Supplier<LaneTurn> next) {
    try {
      carryOn(key, next.get());
    } catch (StoreException e) {
      world.note(id + " finds the store away in a turn of " + key);
      wheel.done(key, Optional.of(AFTER_A_FAULT), false, world.clock().nanos());
    } catch (RuntimeException e) {
      broke(e);
      wheel.done(key, Optional.of(AFTER_A_FAULT), false, world.clock().nanos());
    }
  }

  private void carryOn(String key, LaneTurn begun) {
    var turn = begun;
    while (turn.isOpen()) {
      holdUp();
      switch (turn.command().kind()) {
        case STORE -> turn = turns.carryOut(turn);
        case PUBLISH -> turn = turns.published(turn);
        case CHECK -> {
          check(key, turn);
          return;
        }
        case SEND -> {
          turn = turns.calling(turn);
          if (turn.command().kind() == DispatchCommand.Kind.SEND) {
            send(key, turn);
            return;
          }
        }
        case VERIFY -> {
          verify(key, turn);
          return;
        }
        default -> throw new IllegalStateException("the turn is over");
      }
    }
    var pause = turn.lookAgainAt().map(this::until);
    wheel.done(key, pause, turn.rests(), world.clock().nanos());
  }

  private Duration until(Instant instant) {
    return Duration.between(world.clock().instant(), instant);
  }

  private void check(String key, LaneTurn turn) {
    var check = (DispatchCommand.Check) turn.command();
    world
        .relay(check.device())
        .lookUp(
            check,
            turn.laneId(),
            turn.workspaceId(),
            awaiting(key, answer -> turns.checked(turn, answer)));
  }

  private void send(String key, LaneTurn turn) {
    var send = (DispatchCommand.Send) turn.command();
    world
        .provider(send.sender(), turn.laneId())
        .send(send, id, turn.laneId(), awaiting(key, answer -> turns.answered(turn, answer)));
  }

  private void verify(String key, LaneTurn turn) {
    var verify = (DispatchCommand.Verify) turn.command();
    world
        .provider(verify.sender(), turn.laneId())
        .rowsOf(verify, awaiting(key, rows -> turns.verified(turn, rows)));
  }

  @Override
  public void before() {
    world.mischief().around(this);
  }

  @Override
  public void applied(Method call, Object[] arguments, Object result) {
    world.watch().applied(call, arguments, result);
  }

  @Override
  public void after() {
    world.mischief().around(this);
  }

  /** The process stops where it is; others go on meanwhile, and may end it. */
  void holdUp(Duration pause) {
    world.agenda().runUntil(world.clock().nanos() + pause.toNanos());
    if (dead) {
      throw new NodeKilled();
    }
  }

  private void holdUp() {
    world.mischief().between(this);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
