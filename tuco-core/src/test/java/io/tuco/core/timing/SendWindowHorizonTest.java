package io.tuco.core.timing;

import static io.tuco.core.timing.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules no country has: for a thousand days from 2030 every day skips 02:00 to 03:00. */
final class SendWindowHorizonTest {

  private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);
  private static final ZoneOffset WINTER = ZoneOffset.UTC;
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(1);
  private static final ZoneRules TORN = torn(1000);

  /** 02:00 after the last torn day, still in winter time. */
  private static final Instant OPENS = FIRST.plusDays(1000).atTime(2, 0).toInstant(WINTER);

  private final SendWindow window = window("UTC", "02:00-03:00", "daily");

  @Test
  void staysShutWhenNothingOpensWithin366Days() {
    Instant tooEarly = OPENS.minus(Duration.ofDays(366)).minusNanos(1);

    assertThat(window.nextOpen(tooEarly, TORN)).isEmpty();
    assertThat(window.nextOpen(FIRST.atStartOfDay().toInstant(WINTER), TORN)).isEmpty();
  }

  @Test
  void looksAhead366Days() {
    Instant justInTime = OPENS.minus(Duration.ofDays(366));

    assertThat(window.nextOpen(justInTime, TORN)).contains(OPENS);
  }

  private static ZoneRules torn(int days) {
    List<ZoneOffsetTransition> changes =
        Stream.iterate(FIRST, day -> day.plusDays(1))
            .limit(days)
            .flatMap(SendWindowHorizonTest::thereAndBack)
            .toList();
    return ZoneRules.of(WINTER, WINTER, List.of(), changes, List.of());
  }

  private static Stream<ZoneOffsetTransition> thereAndBack(LocalDate day) {
    return Stream.of(
        ZoneOffsetTransition.of(day.atTime(2, 0), WINTER, SUMMER),
        ZoneOffsetTransition.of(day.atTime(20, 0), SUMMER, WINTER));
  }
}
