package io.tuco.core.simulation;

import java.time.Duration;
import java.util.PriorityQueue;

/**
 * What is to happen when, in true time. The clock jumps from one event to the next, so a quiet
 * night costs nothing. An event may run the agenda itself for a while: that is how a process that
 * is held up in the middle of a step lets others overtake it.
 */
final class Agenda {

  private record Event(long at, long number, Runnable action) implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final SimClock clock;
  private Runnable beforeEach = () -> {};
  private long number;

  Agenda(SimClock clock) {
    this.clock = clock;
  }

  /** Done whenever time has come to an event, before that event. */
  void beforeEach(Runnable action) {
    beforeEach = action;
  }

  void at(long nanos, Runnable action) {
    number++;
    events.add(new Event(Math.max(nanos, clock.nanos()), number, action));
  }

  void in(Duration wait, Runnable action) {
    at(clock.nanos() + wait.toNanos(), action);
  }

  /** Lets everything happen that is due up to then; afterwards it is then, or later. */
  void runUntil(long nanos) {
    while (!events.isEmpty() && events.peek().at() <= nanos) {
      // What a process was too busy for happens late.
      clock.jumpTo(Math.max(events.peek().at(), clock.nanos()));
      beforeEach.run();
      if (!events.isEmpty() && events.peek().at() <= clock.nanos()) {
        events.poll().action().run();
      }
    }
    clock.jumpTo(Math.max(nanos, clock.nanos()));
  }
}
