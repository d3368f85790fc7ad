package io.tuco.camel.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.awaitility.core.ConditionTimeoutException;

/** Every moment on every channel, one after the other in one world, and the table of it. */
final class KillTable {

  static final Duration RECOVERY_AIM = Duration.ofSeconds(15);

  private final List<Result> results = new ArrayList<>();

  private KillTable() {}

  static KillTable of(Path directory, BiPredicate<Moment, Channel> chosen) throws IOException {
    var table = new KillTable();
    try (var world = KillWorld.open(directory)) {
      System.out.println(Result.head());
      for (var moment : Moment.all()) {
        for (var channel : Channel.values()) {
          if (chosen.test(moment, channel)) {
            table.add(world, moment, channel);
          }
        }
      }
    }
    table.sum();
    return table;
  }

  private void add(KillWorld world, Moment moment, Channel channel) throws IOException {
    if (!moment.channels().contains(channel)) {
      System.out.printf(Locale.ROOT, "%-42s %-8s  n/a%n", moment.name(), channel.wire());
      return;
    }
    var result = run(world, moment, channel);
    results.add(result);
    System.out.println(result.row());
  }

  /** A run that cannot go on is a row like any other; the next begins with a new server. */
  private static Result run(KillWorld world, Moment moment, Channel channel) throws IOException {
    try {
      return new KillRun(world, moment, channel).run();
    } catch (IllegalStateException | ConditionTimeoutException e) {
      return Result.broken(moment, channel, String.valueOf(e.getMessage()));
    }
  }

  private void sum() {
    System.out.printf(
        Locale.ROOT,
        "runs %d | kills %d | sent %d | told %d | lost %d | doubled %d | unknown %d | max recovery %.1f s%n",
        results.size(),
        results.stream().mapToInt(result -> result.moment().kills()).sum(),
        results.stream().mapToInt(Result::sent).sum(),
        results.stream().mapToInt(Result::told).sum(),
        results.stream().mapToInt(Result::lost).sum(),
        results.stream().mapToInt(Result::doubled).sum(),
        results.stream().mapToInt(Result::unknown).sum(),
        longestRecovery().toMillis() / 1000.0);
  }

  List<Result> results() {
    return results;
  }

  Duration longestRecovery() {
    return results.stream().map(Result::recovery).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** What must not be, of all runs. */
  List<String> complaints() {
    return results.stream().flatMap(result -> result.complaints().stream()).toList();
  }

  /** Outcomes that stay unknown, although every provider told in the end. */
  int unknown() {
    return results.stream().mapToInt(Result::unknown).sum();
  }
}
