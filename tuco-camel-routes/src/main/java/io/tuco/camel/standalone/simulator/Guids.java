package io.tuco.camel.standalone.simulator;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Guids as Apple's database has them: version 4, upper case. */
final class Guids {

  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

  private final RandomGenerator random;
  private final Predicate<String> taken;

  /** With the guids that are taken: after a restart a seeded generator begins anew. */
  Guids(RandomGenerator random, Predicate<String> taken) {
    this.random = random;
    this.taken = taken;
  }

  String next() {
    return Stream.generate(this::draw).filter(taken.negate()).findFirst().orElseThrow();
  }

  private String draw() {
    var high = (random.nextLong() & ~0xF000L) | VERSION_4;
    var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT_2;
    return new UUID(high, low).toString().toUpperCase(Locale.ROOT);
  }
}
