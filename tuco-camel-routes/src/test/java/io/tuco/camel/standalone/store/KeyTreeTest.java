package io.tuco.camel.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sorted map in two levels is a sorted map. */
final class KeyTreeTest {

  private static final byte[] LOWEST = {};

  private final KeyTree<Integer> tree = new KeyTree<>(-1);
  private final TreeMap<byte[], Integer> model = new TreeMap<>(Arrays::compareUnsigned);

  KeyTreeTest() {
    model.put(LOWEST, -1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void isTheMapThatASingleListIs(long seed) {
    var random = new Random(seed);
    for (var step = 0; step < 12_000; step++) {
      change(key(random, step), random.nextInt(10) < (step < 6_000 ? 8 : 2), random);
      agreesAt(key(random, step));
    }
    model.keySet().forEach(this::agreesAt);
  }

  @Test
  void keepsWhatComesInOrder() {
    for (var number = 0; number < 10 * KeyTree.MOST; number++) {
      var key = new byte[] {1, (byte) (number >>> 8), (byte) number};
      tree.put(key, number);
      model.put(key, number);
    }
    model.keySet().forEach(this::agreesAt);
  }

  @Test
  void fillsTheLeafThatComesNext() {
    for (var number = 0; number < 2 * KeyTree.MOST; number++) {
      var key = new byte[] {1, (byte) (number >>> 8), (byte) number};
      tree.put(key, number);
      model.put(key, number);
    }
    // Between the last of a full leaf and the first of the next one, each before the last.
    for (var number = 200; number > 0; number--) {
      var key = new byte[] {1, 0, (byte) (KeyTree.MOST - 2), (byte) number};
      tree.put(key, number);
      model.put(key, number);
    }
    model.keySet().forEach(this::agreesAt);
  }

  private static byte[] key(Random random, int step) {
    var beginning = step % 3 == 0 ? "workspace-1" : "workspace-2\u0000lane";
    var rest = new byte[1 + random.nextInt(2)];
    random.nextBytes(rest);
    return KeyRange.joined(beginning.getBytes(), rest);
  }

  private void change(byte[] key, boolean more, Random random) {
    if (more && !model.containsKey(key)) {
      var value = random.nextInt();
      tree.put(key, value);
      model.put(key, value);
    }
    var gone = model.ceilingKey(key);
    if (!more && gone != null && gone.length > 0) {
      tree.remove(gone);
      model.remove(gone);
    }
  }

  private void agreesAt(byte[] key) {
    assertThat(tree.floor(key)).isEqualTo(model.floorEntry(key).getValue());
    agree(tree.floorEntry(key), model.floorEntry(key));
    agree(tree.higherEntry(key), model.higherEntry(key));
    agree(tree.lowerEntry(key), model.lowerEntry(key));
  }

  private static void agree(
      KeyTree.@Nullable Entry<Integer> found, Map.@Nullable Entry<byte[], Integer> expected) {
    if (found == null || expected == null) {
      assertThat(found == null).isEqualTo(expected == null);
      return;
    }
    assertThat(found.key()).isEqualTo(expected.getKey());
    assertThat(found.value()).isEqualTo(expected.getValue());
  }
}
