package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * No line sends more messages on a day, nor reaches out to more new people on a day or in an hour,
 * than it may. Days turn in the zone that the workspace chose, hours in UTC, both by the servers'
 * wall clock. A place is taken when the send begins, so a call shortly after midnight may count on
 * the day before. Of limits that changed on a day, the highest counts.
 */
final class CapsAreKept implements Rule {

  /** From the taking of a place to the first byte: look-ups, and what holds a process up. */
  private static final Duration TAKING = Duration.ofMinutes(5);

  @Override
  public Stream<Violation> judge(History history) {
    var found = new ArrayList<Violation>();
    var limits = new HashMap<String, List<Entry.Limits>>();
    history.all(Entry.Limits.class).forEach(each -> History.add(limits, each.lineId(), each));
    var first = Contacts.firstCalls(history);
    limits.forEach(
        (line, changes) -> {
          var zone = changes.get(0).capZone();
          var sent = of(line, once(history.talks().filter(talk -> counts(talk, history))));
          var met = of(line, first.stream());
          judge("messages a day", sent, days(zone), changes, Entry.Limits::total, found);
          judge("new contacts a day", met, days(zone), changes, Entry.Limits::firsts, found);
          judge("new contacts an hour", met, hours(), changes, Entry.Limits::hourFirsts, found);
        });
    return found.stream();
  }

  /** What somebody's order says has not left does not count, whatever the device did. */
  private static boolean counts(Talk talk, History history) {
    return talk.arrived() && !talk.isByWorkspace() && history.orders(talk.messageId()).isEmpty();
  }

  /** A message of several parts is one, in as many attempts as they took; a part again is more. */
  private static Stream<Talk> once(Stream<Talk> talks) {
    Map<String, Integer> arrivals = new HashMap<>();
    Set<String> seen = new HashSet<>();
    return talks.filter(
        talk -> {
          var part = talk.messageId() + " " + talk.called().part();
          return seen.add(talk.messageId() + " " + arrivals.merge(part, 1, Integer::sum));
        });
  }

  private static List<Talk> of(String line, Stream<Talk> talks) {
    return talks.filter(talk -> talk.called().lineId().filter(line::equals).isPresent()).toList();
  }

  private static Function<Instant, Instant> days(ZoneId zone) {
    return instant -> {
      var day = LocalDate.ofInstant(instant, zone);
      return day.atStartOfDay(zone).toInstant();
    };
  }

  private static Function<Instant, Instant> hours() {
    return instant -> instant.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS).toInstant();
  }

  private static void judge(
      String what,
      List<Talk> talks,
      Function<Instant, Instant> period,
      List<Entry.Limits> limits,
      ToIntFunction<Entry.Limits> limit,
      List<Violation> found) {
    Map<Instant, Integer> used = new TreeMap<>();
    for (var talk : talks) {
      var now = period.apply(talk.at().wall());
      var before = period.apply(talk.at().wall().minus(TAKING));
      if (used.getOrDefault(before, 0) < inForce(before, period, limits, limit)) {
        used.merge(before, 1, Integer::sum);
      } else if (used.getOrDefault(now, 0) < inForce(now, period, limits, limit)) {
        used.merge(now, 1, Integer::sum);
      } else {
        found.add(
            new Violation(
                "caps are kept",
                talk.at(),
                talk.messageId() + " exceeded its line's " + what + " of " + now));
      }
    }
  }

  /** The highest limit of the period, and of the moment before it. */
  private static int inForce(
      Instant begin,
      Function<Instant, Instant> period,
      List<Entry.Limits> limits,
      ToIntFunction<Entry.Limits> limit) {
    var highest = 0;
    for (var number = 0; number < limits.size(); number++) {
      var since = period.apply(limits.get(number).at().wall());
      var until =
          number + 1 < limits.size()
              ? period.apply(limits.get(number + 1).at().wall())
              : Instant.MAX;
      if (number == 0 && begin.isBefore(since) || !begin.isBefore(since) && !begin.isAfter(until)) {
        highest = Math.max(highest, limit.applyAsInt(limits.get(number)));
      }
    }
    return highest;
  }
}
