package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API contract, section 4.3, and settled answer 14. */
final class RetryPolicyTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");

  @Test
  void triesFiveTimesAMinuteApart() {
    var policy = RetryPolicy.documented();

    for (var made = 1; made <= 4; made++) {
      assertThat(policy.after(made, NOW, "any")).contains(NOW.plusSeconds(60));
    }
    assertThat(policy.after(5, NOW, "any")).isEmpty();
    assertThat(policy.after(6, NOW, "any")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 5", "3, 15", "4, 60"})
  void triesMailsLaterAndLaterEachAFifthMoreOrLess(int made, long minutes) {
    var gaps =
        IntStream.range(0, 2_000)
            .mapToObj(salt -> RetryPolicy.documentedForMail().after(made, NOW, "send-" + salt))
            .map(due -> Duration.between(NOW, due.orElseThrow()).toMillis())
            .toList();

    var gap = Duration.ofMinutes(minutes).toMillis();
    assertThat(gaps).allMatch(each -> each >= gap * 0.8 && each <= gap * 1.2);
    assertThat(gaps).anyMatch(each -> each < gap * 0.85).anyMatch(each -> each > gap * 1.15);
  }

  @Test
  void givesMailsFiveAttempts() {
    assertThat(RetryPolicy.documentedForMail().after(5, NOW, "any")).isEmpty();
  }

  @Test
  void givesTheSameSendTheSamePause() {
    var policy = RetryPolicy.documentedForMail();

    assertThat(policy.after(2, NOW, "send-1")).isEqualTo(policy.after(2, NOW, "send-1"));
  }

  @Test
  void repeatsItsLastGap() {
    var policy = new RetryPolicy(9, List.of(Duration.ofSeconds(1), Duration.ofSeconds(7)), 0);

    assertThat(policy.after(8, NOW, "any")).contains(NOW.plusSeconds(7));
    assertThat(policy.after(0, NOW, "any")).contains(NOW.plusSeconds(1));
  }

  @Test
  void refusesWhatNoPolicyCanBe() {
    var gaps = List.of(Duration.ofSeconds(1));

    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, gaps, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, List.of(), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, gaps, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, gaps, -0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetryPolicy.every(Duration.ofSeconds(-1), 1));
  }
}
