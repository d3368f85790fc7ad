package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line rests between people it has never written to: from the instant at which the device acted
 * on the first call to one of them, to the first byte to the next. Kept by the wall clock, so a
 * clock set forward is excused by as much. Lines that send several at once take their places
 * before; they are not judged.
 */
final class ContactGapIsKept implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    var found = new ArrayList<Violation>();
    var byLine = new HashMap<String, List<Talk>>();
    Contacts.firstCalls(history).stream()
        .filter(Talk::isDevice)
        .forEach(talk -> History.add(byLine, talk.called().lineId().orElseThrow(), talk));
    byLine.forEach((line, talks) -> judge(line, talks, history, found));
    return found.stream();
  }

  private static void judge(String line, List<Talk> talks, History history, List<Violation> found) {
    for (var number = 1; number < talks.size(); number++) {
      var past = talks.get(number - 1);
      var next = talks.get(number);
      if (history.acted(past).isEmpty()
          || !history.orders(past.messageId()).isEmpty()
          || history.resendAfter(history.workspaceOf(past)).isPresent()) {
        continue;
      }
      var acted = history.acted(past).orElseThrow();
      var rested =
          next.at()
              .since(acted)
              .plus(GapsAreKept.PRECISION)
              .plus(history.forwardSteps(past.at(), next.at()));
      if (rested.compareTo(gap(line, past.at(), next.at(), history)) < 0) {
        found.add(
            new Violation(
                "contact gap is kept",
                next.at(),
                next.messageId() + " followed " + past.messageId() + " after " + rested));
      }
    }
  }

  /** The shortest that was in force at any time between. */
  private static Duration gap(String line, Moment from, Moment to, History history) {
    var gap = Duration.ofDays(1);
    var before = Duration.ofDays(1);
    for (var limits :
        history.all(Entry.Limits.class).filter(each -> each.lineId().equals(line)).toList()) {
      if (limits.at().isBefore(from)) {
        before = limits.contactGap();
      } else if (!to.isBefore(limits.at())) {
        gap = gap.compareTo(limits.contactGap()) < 0 ? gap : limits.contactGap();
      }
    }
    return gap.compareTo(before) < 0 ? gap : before;
  }
}
