package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * A device rests from the last instant at which it acted on a message until the first byte of the
 * next, in true time; so two of them are never under way together. Where the servers' clock was set
 * forward meanwhile, another process than the last can know the gap by the wall clock only. Not
 * judged after a message that somebody's order or the workspace's policy had settled: the device
 * may still have been at it.
 *
 * <p>While a gap is being changed, the shorter of both counts, for as long as facts may be old.
 */
final class GapsAreKept implements Rule {

  /** Instants are stored in milliseconds. */
  static final Duration PRECISION = Duration.ofMillis(1);

  private static final Duration OLD_FACTS = Duration.ofMinutes(6);

  @Override
  public Stream<Violation> judge(History history) {
    var found = new ArrayList<Violation>();
    var bySender = new HashMap<String, List<Talk>>();
    history
        .talks()
        .filter(Talk::isDevice)
        .forEach(talk -> History.add(bySender, talk.called().sender(), talk));
    bySender.forEach((sender, talks) -> judge(sender, talks, history, found));
    return found.stream();
  }

  private static void judge(
      String sender, List<Talk> talks, History history, List<Violation> found) {
    for (var number = 1; number < talks.size(); number++) {
      var next = talks.get(number);
      for (var earlier = number - 1; earlier >= Math.max(0, number - 5); earlier--) {
        var past = talks.get(earlier);
        if (past.messageId().equals(next.messageId())
                && past.called().sendId().equals(next.called().sendId())
            || isSettledByOrder(past, history)
            || history.acted(past).isEmpty()) {
          continue;
        }
        var acted = history.acted(past).orElseThrow();
        var rested = next.at().since(acted).plus(PRECISION).plus(excused(past, next, history));
        if (rested.compareTo(gap(sender, acted, next.at(), history)) < 0) {
          found.add(
              new Violation(
                  "gaps are kept",
                  next.at(),
                  next.messageId() + " followed " + past.messageId() + " after " + rested));
        }
      }
    }
  }

  private static boolean isSettledByOrder(Talk past, History history) {
    return !history.orders(past.messageId()).isEmpty()
        || history.resendAfter(history.workspaceOf(past)).isPresent();
  }

  private static Duration excused(Talk past, Talk next, History history) {
    return past.called().node().equals(next.called().node())
        ? Duration.ZERO
        : history.forwardSteps(past.at(), next.at());
  }

  private static Duration gap(String sender, Moment from, Moment to, History history) {
    var paces = history.all(Entry.Pace.class).filter(pace -> pace.sender().equals(sender)).toList();
    var gap = paces.stream().findFirst().map(Entry.Pace::gap).orElse(Duration.ZERO);
    for (var pace : paces) {
      var old = pace.at().nanos() + OLD_FACTS.toNanos() < from.nanos();
      if (old) {
        gap = pace.gap();
      } else if (!to.isBefore(pace.at())) {
        gap = gap.compareTo(pace.gap()) < 0 ? gap : pace.gap();
      }
    }
    return gap;
  }
}
