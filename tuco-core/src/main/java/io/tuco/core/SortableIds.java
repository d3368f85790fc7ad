package io.tuco.core;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Ids that sort by time: object ids as MongoDB makes them (4 bytes of seconds, 5 of this process, 3
 * of a counter) and 26-character ids (48 bits of milliseconds, 80 random). Thread-safe as far as
 * the given random generator is.
 */
public final class SortableIds implements IdGenerator {

  private static final char[] BASE32 = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int COUNTER_MASK = 0xFFFFFF;
  private static final long PROCESS_MASK = 0xFF_FFFF_FFFFL;

  private final Clock clock;
  private final RandomGenerator random;
  private final long process;
  private final AtomicInteger counter;

  public SortableIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.process = random.nextLong() & PROCESS_MASK;
    this.counter = new AtomicInteger(random.nextInt() & COUNTER_MASK);
  }

  @Override
  public String objectId() {
    var seconds = clock.millis() / 1000;
    var count = counter.getAndIncrement() & COUNTER_MASK;
    return hex(seconds & 0xFFFF_FFFFL, 8) + hex(process, 10) + hex(count, 6);
  }

  @Override
  public String sortableId() {
    var id = new char[26];
    fill(id, 0, 10, clock.millis());
    fill(id, 10, 18, random.nextLong());
    fill(id, 18, 26, random.nextLong());
    return new String(id);
  }

  @Override
  public String uuid() {
    var high = (random.nextLong() & ~0xF000L) | 0x4000L;
    var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    var digits = hex(high, 16) + hex(low, 16);
    return String.join(
        "-",
        digits.substring(0, 8),
        digits.substring(8, 12),
        digits.substring(12, 16),
        digits.substring(16, 20),
        digits.substring(20));
  }

  private static void fill(char[] id, int from, int to, long bits) {
    var rest = bits;
    for (var place = to - 1; place >= from; place--) {
      id[place] = BASE32[(int) (rest & 31)];
      rest >>>= 5;
    }
  }

  private static String hex(long value, int digits) {
    var text = new char[digits];
    var rest = value;
    for (var place = digits - 1; place >= 0; place--) {
      text[place] = Character.forDigit((int) (rest & 15), 16);
      rest >>>= 4;
    }
    return new String(text);
  }
}
