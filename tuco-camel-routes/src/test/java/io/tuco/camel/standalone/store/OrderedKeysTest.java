package io.tuco.camel.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set of keys in blocks is a set of keys in order, for those who change it and who walk it. */
final class OrderedKeysTest {

  private static final KeyRange ALL = new KeyRange(new byte[0], new byte[] {(byte) 0xFF}, 0);

  private final OrderedKeys keys = new OrderedKeys();
  private final TreeSet<byte[]> model = new TreeSet<>(Arrays::compareUnsigned);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isTheSetThatAListOfSingleKeysIs(long seed) {
    var random = new Random(seed);
    for (var step = 0; step < 6_000; step++) {
      var key = key(random);
      if (random.nextInt(10) < (step < 4_000 ? 7 : 3)) {
        assertThat(keys.add(key)).isEqualTo(model.add(key));
      } else {
        var gone = random.nextBoolean() || model.isEmpty() ? key : someOf(random);
        assertThat(keys.remove(gone)).isEqualTo(model.remove(gone));
      }
      if (step % 50 == 0) {
        agrees(random);
      }
    }
    agrees(random);
  }

  /** Short and long, alike and not, many the beginning of others. */
  private static byte[] key(Random random) {
    var beginnings = List.of("", "workspace", "workspace-1", "workspace-2\u0000lane", "x");
    var beginning = beginnings.get(random.nextInt(beginnings.size())).getBytes();
    var rest = new byte[1 + random.nextInt(3)];
    random.nextBytes(rest);
    rest[0] = (byte) (rest[0] & 0x7F);
    return KeyRange.joined(beginning, rest);
  }

  private byte[] someOf(Random random) {
    var above = model.ceiling(key(random));
    return above == null ? model.first() : above;
  }

  private void agrees(Random random) {
    assertThat(all(ALL, false)).containsExactly(model.toArray(byte[][]::new));
    var one = key(random);
    var other = key(random);
    var range = new KeyRange(one, other, 0);
    if (!range.isEmpty()) {
      var some = new ArrayList<>(model.subSet(one, true, other, false));
      assertThat(all(range, false)).containsExactly(some.toArray(byte[][]::new));
      Collections.reverse(some);
      assertThat(all(range, true)).containsExactly(some.toArray(byte[][]::new));
    }
    assertThat(keys.ceiling(one)).isEqualTo(model.ceiling(one));
  }

  private List<byte[]> all(KeyRange range, boolean reversed) {
    var all = new ArrayList<byte[]>();
    keys.in(range, reversed).forEachRemaining(all::add);
    return all;
  }

  @Test
  void showsAWalkerWhatIsThereAllTheWhile() throws InterruptedException {
    var lasting = IntStream.range(0, 2_000).mapToObj(number -> number(number * 10)).toList();
    lasting.forEach(keys::add);
    var over = new AtomicBoolean();
    var writer = new Thread(() -> churn(over), "churn");
    writer.start();
    try {
      for (var round = 0; round < 300; round++) {
        var reversed = round % 2 == 1;
        assertThat(metOf(lasting, reversed)).isEqualTo(lasting.size());
      }
    } finally {
      over.set(true);
      writer.join();
    }
  }

  /** Blocks are split, shrink and vanish while others walk. */
  private void churn(AtomicBoolean over) {
    var random = new Random(7);
    while (!over.get()) {
      var base = random.nextInt(19_000);
      var burst =
          IntStream.range(base, base + 700).filter(number -> number % 10 != 0).boxed().toList();
      burst.forEach(number -> keys.add(number(number)));
      burst.forEach(number -> keys.remove(number(number)));
    }
  }

  private int metOf(List<byte[]> lasting, boolean reversed) {
    var expected = new HashSet<Integer>();
    lasting.forEach(key -> expected.add(ByteBuffer.wrap(key).getInt()));
    Iterator<byte[]> walk = keys.in(ALL, reversed);
    byte[] last = null;
    var met = 0;
    while (walk.hasNext()) {
      var key = walk.next();
      if (last != null) {
        assertThat(Arrays.compareUnsigned(last, key) * (reversed ? -1 : 1)).isNegative();
      }
      last = key;
      met += expected.contains(ByteBuffer.wrap(key).getInt()) ? 1 : 0;
    }
    return met;
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }
}
