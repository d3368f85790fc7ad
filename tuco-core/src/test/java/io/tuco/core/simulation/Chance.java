package io.tuco.core.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The one source of chance of a run: the same seed gives the same run. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A source of its own, for what must not shift anything else. */
  RandomGenerator split() {
    return random.split();
  }

  boolean hits(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** Both ends included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  Duration between(Duration least, Duration most) {
    return least.plusNanos(random.nextLong(most.minus(least).toNanos() + 1));
  }

  /** Mostly short, sometimes up to {@code most}. */
  Duration mostlyShort(Duration most) {
    var part = random.nextDouble();
    return Duration.ofNanos((long) (most.toNanos() * part * part * part * part));
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
