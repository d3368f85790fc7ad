package io.tuco.camel.standalone.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map of keys that change seldom and are searched all the time, such as the bounds of the
 * {@linkplain KeyBlock blocks} of an index: two levels of packed keys, so that a search reads a few
 * arrays instead of following references from key to key.
 *
 * <p>Writers come one at a time and copy what they change. Readers take no lock; each search sees
 * the map as it was at one moment. The lowest of all keys, the empty one, is always there.
 */
final class KeyTree<V> {

  /** Leaves grow to this size; copying so many keys is cheap. */
  static final int MOST = 128;

  private static final byte[] LOWEST = {};

  /** A key and what lies there. */
  record Entry<V>(byte[] key, V value) {}

  /** Keys in order, and what lies at each of them. Immutable. */
  private static final class Node<T> {
    private final KeyBlock keys;
    private final Object[] values;

    private Node(KeyBlock keys, Object[] values) {
      this.keys = keys;
      this.values = values;
    }

    static <T> Node<T> of(byte[] key, T value) {
      return new Node<>(KeyBlock.EMPTY.with(0, key), new Object[] {value});
    }

    int size() {
      return values.length;
    }

    @SuppressWarnings("unchecked")
    T at(int place) {
      return (T) values[place];
    }

    /** The place of the last key that is not above this one; -1 if all are. */
    int floor(byte[] key) {
      int place = keys.find(key);
      return place >= 0 ? place : -place - 2;
    }

    /** The place of the last key below this one; -1 if none is. */
    int lower(byte[] key) {
      return keys.before(key) - 1;
    }

    Node<T> with(int place, byte[] key, T value) {
      Object[] more = new Object[values.length + 1];
      System.arraycopy(values, 0, more, 0, place);
      more[place] = value;
      System.arraycopy(values, place, more, place + 1, values.length - place);
      return new Node<>(keys.with(place, key), more);
    }

    Node<T> without(int place) {
      Object[] less = new Object[values.length - 1];
      System.arraycopy(values, 0, less, 0, place);
      System.arraycopy(values, place + 1, less, place, less.length - place);
      return new Node<>(keys.without(place), less);
    }

    Node<T> holding(int place, T value) {
      Object[] changed = values.clone();
      changed[place] = value;
      return new Node<>(keys, changed);
    }

    Node<T> part(int from, int to) {
      return new Node<>(keys.part(from, to), Arrays.copyOfRange(values, from, to));
    }
  }

  /** Leaves, each at its own first key. */
  private volatile Node<Node<V>> root;

  /**
   * @param lowest what lies at the lowest key
   */
  KeyTree(V lowest) {
    root = Node.of(LOWEST, Node.of(LOWEST, lowest));
  }

  /** What lies at the last key that is not above this one. */
  V floor(byte[] key) {
    Node<Node<V>> seen = root;
    Node<V> leaf = seen.at(seen.floor(key));
    return leaf.at(leaf.floor(key));
  }

  Entry<V> floorEntry(byte[] key) {
    Node<Node<V>> seen = root;
    Node<V> leaf = seen.at(seen.floor(key));
    return entry(leaf, leaf.floor(key));
  }

  /** The first key above this one. */
  @Nullable Entry<V> higherEntry(byte[] key) {
    Node<Node<V>> seen = root;
    int place = seen.floor(key);
    Node<V> leaf = seen.at(place);
    int next = leaf.floor(key) + 1;
    if (next < leaf.size()) {
      return entry(leaf, next);
    }
    return place + 1 < seen.size() ? entry(seen.at(place + 1), 0) : null;
  }

  /** The last key below this one. */
  @Nullable Entry<V> lowerEntry(byte[] key) {
    Node<Node<V>> seen = root;
    int place = seen.lower(key);
    if (place < 0) {
      return null;
    }
    Node<V> leaf = seen.at(place);
    return entry(leaf, leaf.lower(key));
  }

  private static <V> Entry<V> entry(Node<V> leaf, int place) {
    return new Entry<>(leaf.keys.key(place), leaf.at(place));
  }

  /** Of a key that is not there yet. */
  void put(byte[] key, V value) {
    Node<Node<V>> before = root;
    int place = before.floor(key);
    Node<V> leaf = before.at(place);
    int at = leaf.floor(key) + 1;
    if (leaf.size() < MOST) {
      root = before.holding(place, leaf.with(at, key, value));
    } else if (at == leaf.size()) {
      // Keys that come in order leave full leaves behind.
      root = ahead(before, place + 1, key, value);
    } else {
      Node<V> whole = leaf.with(at, key, value);
      int middle = whole.size() / 2;
      root =
          before
              .holding(place, whole.part(0, middle))
              .with(place + 1, whole.keys.key(middle), whole.part(middle, whole.size()));
    }
  }

  /** Before all others of the leaf at this place, or in a leaf of its own. */
  private static <V> Node<Node<V>> ahead(Node<Node<V>> before, int place, byte[] key, V value) {
    if (place == before.size() || before.at(place).size() == MOST) {
      return before.with(place, key, Node.of(key, value));
    }
    Node<V> leaf = before.at(place).with(0, key, value);
    return before.without(place).with(place, key, leaf);
  }

  /** Of a key that is there; not of the lowest. */
  void remove(byte[] key) {
    Node<Node<V>> before = root;
    int place = before.floor(key);
    Node<V> leaf = before.at(place);
    int at = leaf.floor(key);
    Node<V> rest = leaf.without(at);
    if (rest.size() == 0) {
      root = before.without(place);
    } else if (at == 0) {
      root = before.without(place).with(place, rest.keys.key(0), rest);
    } else {
      root = before.holding(place, rest);
    }
  }
}
