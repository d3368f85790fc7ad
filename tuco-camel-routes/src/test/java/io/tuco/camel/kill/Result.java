package io.tuco.camel.kill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param told the webhooks that came of it; the same one may come twice
 * @param inDoubt of how many messages the outcome was seen to be unknown meanwhile
 * @param unknown of how many it still is
 * @param recovery from the server being back to its lanes being owned and settling begun
 * @param complaints what must not be
 */
record Result(
    Moment moment,
    Channel channel,
    int sent,
    int told,
    int lost,
    int doubled,
    int inDoubt,
    int unknown,
    Duration recovery,
    List<String> complaints) {

  Result {
    complaints = List.copyOf(complaints);
  }

  static Result broken(Moment moment, Channel channel, String why) {
    return new Result(moment, channel, 0, 0, 0, 0, 0, 0, Duration.ZERO, List.of(why));
  }

  static String head() {
    return row(
            "point",
            "channel",
            "runs",
            "kills",
            "sent",
            "told",
            "lost",
            "doubled",
            "in doubt",
            "unknown")
        + " max recovery";
  }

  String row() {
    return row(
            moment.name(),
            channel.wire(),
            1,
            moment.kills(),
            sent,
            told,
            lost,
            doubled,
            inDoubt,
            unknown)
        + String.format(Locale.ROOT, " %10.1f s", recovery.toMillis() / 1000.0)
        + (complaints.isEmpty() ? "" : "  " + complaints);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-42s %-8s %4s %5s %4s %4s %4s %7s %8s %7s", cells);
  }
}
