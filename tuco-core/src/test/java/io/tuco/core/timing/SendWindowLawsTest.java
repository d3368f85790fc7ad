package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.timing.RandomSends.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every window, zone and instant. */
final class SendWindowLawsTest {

  private static final int SAMPLES = 5_000;
  private static final long NINE_DAYS = Duration.ofDays(9).toNanos();

  @ParameterizedTest
  @ValueSource(longs = {14, 2027, 70_911})
  void opensAtOrAfterTheInstantAsked(long seed) {
    forEachSample(seed, sample -> assertThat(sample.next()).isAfterOrEqualTo(sample.t()));
  }

  @ParameterizedTest
  @ValueSource(longs = {14, 2027, 70_911})
  void isOpenWhenItSaysSo(long seed) {
    forEachSample(seed, sample -> assertThat(sample.window().isOpen(sample.next())).isTrue());
  }

  @ParameterizedTest
  @ValueSource(longs = {14, 2027, 70_911})
  void isShutUntilThen(long seed) {
    forEachSample(seed, SendWindowLawsTest::assertShutUntilNext);
  }

  @ParameterizedTest
  @ValueSource(longs = {14, 2027, 70_911})
  void staysWithItsAnswer(long seed) {
    forEachSample(
        seed,
        sample -> assertThat(sample.window().nextOpen(sample.next())).contains(sample.next()));
  }

  @ParameterizedTest
  @ValueSource(longs = {14, 2027, 70_911})
  void neverOpensEarlierForALaterInstant(long seed) {
    forEachSample(
        seed,
        (sample, random) -> {
          var later = new Sample(sample.window(), sample.t().plusNanos(random.nextLong(NINE_DAYS)));
          assertThat(later.next()).isAfterOrEqualTo(sample.next());
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {14, 2027, 70_911})
  void isOpenExactlyWhenThereIsNothingToWaitFor(long seed) {
    forEachSample(
        seed,
        sample ->
            assertThat(sample.window().isOpen(sample.t()))
                .isEqualTo(sample.next().equals(sample.t())));
  }

  private static void assertShutUntilNext(Sample sample, RandomGenerator random) {
    Instant next = sample.next();
    long wait = Duration.between(sample.t(), next).toNanos();
    if (wait == 0) {
      return;
    }
    assertThat(sample.window().isOpen(next.minusNanos(1))).isFalse();
    for (int i = 0; i < 20; i++) {
      Instant between = sample.t().plusNanos(random.nextLong(wait));
      assertThat(sample.window().isOpen(between)).isFalse();
    }
  }

  private static void forEachSample(long seed, Consumer<Sample> law) {
    forEachSample(seed, (sample, random) -> law.accept(sample));
  }

  private static void forEachSample(long seed, BiConsumer<Sample, RandomGenerator> law) {
    RandomGenerator random = new SplittableRandom(seed);
    RandomSends sends = new RandomSends(random);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(sends.next()).satisfies(sample -> law.accept(sample, random));
    }
  }
}
