package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every zone, every change of its clocks from 2000 to 2037, 73 windows, three sets of days. */
@Tag("slow")
final class SendWindowExhaustiveTest {

  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2038-01-01T00:00:00Z");

  @Test
  void agreesWithTheOracleAroundEveryClockChange(TestReporter reporter) {
    List<ClockChange> changes =
        ZoneId.getAvailableZoneIds().stream()
            .flatMap(zone -> ClockChange.between(ZoneId.of(zone), FROM, TO).stream())
            .toList();

    Tally tally =
        changes.parallelStream().map(ClockChange::sweep).reduce(Tally.NOTHING, Tally::plus);

    reporter.publishEntry("clock changes", Integer.toString(changes.size()));
    reporter.publishEntry("tally", tally.toString());
    // 73 windows on three sets of days, so that no case is lost unnoticed.
    assertThat(tally.cases()).isEqualTo(changes.size() * 219L);
    assertThat(tally.mismatches()).as(tally.firstMismatch()).isZero();
  }
}
