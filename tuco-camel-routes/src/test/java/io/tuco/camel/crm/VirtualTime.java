package io.tuco.camel.crm;

import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Runs what is to be done later when its time has come, in which nobody waits. One thread. */
final class VirtualTime implements Later {

  private record Task(Instant at, long place, Runnable work) {}

  private final SettableClock clock;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::place));
  private long places;

  VirtualTime(SettableClock clock) {
    this.clock = clock;
  }

  @Override
  public void after(Duration pause, Runnable task) {
    tasks.add(new Task(clock.instant().plus(pause), places++, task));
  }

  /** Everything that is due by then, in its order. */
  void passes(Duration duration) {
    var end = clock.instant().plus(duration);
    while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
      var next = tasks.remove();
      if (next.at().isAfter(clock.instant())) {
        clock.set(next.at());
      }
      next.work().run();
    }
    clock.set(end);
  }

  /** One task after the other, until that is so. */
  void until(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      var next = tasks.remove();
      if (next.at().isAfter(clock.instant())) {
        clock.set(next.at());
      }
      next.work().run();
    }
  }

  /** A process that died here: what it meant to do, nobody does. */
  void forgetEverything() {
    tasks.clear();
  }
}
