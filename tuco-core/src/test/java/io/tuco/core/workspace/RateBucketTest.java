package io.tuco.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of GCRA, in seconds of a limit of 60 a minute. */
final class RateBucketTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final RateLimit POLICY = RateLimit.perMinute(60);
  private static final long NOW = 1_800_000_000L * SECOND;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # full in s, available, wait for one, wait for all 60
          -3600,      60,        0,            0
              0,      60,        0,            0
              1,      59,        0,            1
             30,      30,        0,           30
             59,       1,        0,           59
             60,       0,        1,           60
          # ahead of what an empty bucket could be: a clock was wrong
             75,       0,        1,           60
            120,       0,        1,           60
            121,      60,        0,            0
          900000,     60,        0,            0
          """)
  void holdsWhatItHasRegained(long fullIn, long available, long waitForOne, long waitForAll) {
    var bucket = new RateBucket(POLICY, NOW, NOW + fullIn * SECOND);

    assertThat(bucket.available()).isEqualTo(available);
    assertThat(bucket.waitFor(1)).isEqualTo(waitForOne * SECOND);
    assertThat(bucket.waitFor(60)).isEqualTo(waitForAll * SECOND);
  }

  @Test
  void hasNoPartOfARequest() {
    assertThat(new RateBucket(POLICY, NOW, NOW + 1).available()).isEqualTo(59);
    assertThat(new RateBucket(POLICY, NOW, NOW + 60 * SECOND - 1).available()).isZero();
    assertThat(new RateBucket(POLICY, NOW, NOW + 60 * SECOND - 1).waitFor(1)).isEqualTo(SECOND - 1);
  }

  @ParameterizedTest
  @CsvSource({"1,PT1M", "7,PT1M", "60,PT1M", "60000,PT1M", "999999,PT1M", "1000,PT1H"})
  void regainsItsLimitInAPeriodWhateverTheNumbers(int limit, Duration period) {
    var policy = new RateLimit(limit, period);
    var empty = new RateBucket(policy, NOW, new RateBucket(policy, NOW, NOW).fullAfter(limit));
    var later = new RateBucket(policy, NOW + period.toNanos(), empty.fullAt());

    assertThat(empty.available()).isZero();
    assertThat(later.available()).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({"0,PT1M", "-1,PT1M", "5,PT0S", "2,PT0.000000001S"})
  void refusesALimitOfNothingOrOfNoTime(int limit, Duration period) {
    assertThatThrownBy(() -> new RateLimit(limit, period))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # after s, left of 3 slots
          0,  3
          0.9,3
          1,  2
          2.5,1
          3,  0
          60, 0
          """)
  void voidsTheSlotsThatHavePassed(double after, long left) {
    var slice = RateSlice.of(new RateBucket(POLICY, NOW, NOW), 3);

    assertThat(slice.at(NOW + (long) (after * SECOND)).left()).isEqualTo(left);
  }

  @Test
  void takesBackWhatWasNotUsedAndNoMore() {
    var slice = RateSlice.of(new RateBucket(POLICY, NOW, NOW + 30 * SECOND), 3);

    assertThat(slice.without(2).with(1).left()).isEqualTo(2);
    assertThat(slice.without(2).with(5).left()).isEqualTo(3);
    assertThat(RateSlice.none().at(NOW).with(5).left()).isZero();
  }
}
