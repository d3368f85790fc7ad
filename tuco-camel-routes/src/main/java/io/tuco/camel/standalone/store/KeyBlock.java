package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some neighbouring keys in order, packed into one array: what all of them begin with stands there
 * once, then what is left of each. Immutable; a change makes a copy, which is cheap as long as
 * blocks are small.
 */
final class KeyBlock {

  static final KeyBlock EMPTY = new KeyBlock(new byte[0], 0, new int[0]);

  private final byte[] bytes;
  private final int shared;
  private final int[] ends;

  private KeyBlock(byte[] bytes, int shared, int[] ends) {
    this.bytes = bytes;
    this.shared = shared;
    this.ends = ends;
  }

  /** Of keys that are in order and differ. */
  static KeyBlock of(List<byte[]> keys) {
    if (keys.isEmpty()) {
      return EMPTY;
    }
    byte[] first = keys.get(0);
    int shared = sharedBy(first, keys.get(keys.size() - 1));
    int[] ends = new int[keys.size()];
    int end = shared;
    for (int i = 0; i < ends.length; i++) {
      end += keys.get(i).length - shared;
      ends[i] = end;
    }
    byte[] bytes = Arrays.copyOf(first, end);
    for (int i = 0; i < ends.length; i++) {
      byte[] key = keys.get(i);
      int rest = key.length - shared;
      System.arraycopy(key, shared, bytes, ends[i] - rest, rest);
    }
    return new KeyBlock(bytes, shared, ends);
  }

  /** In order, the first and the last share least. */
  private static int sharedBy(byte[] first, byte[] last) {
    int differs = Arrays.mismatch(first, last);
    return differs < 0 ? first.length : differs;
  }

  int size() {
    return ends.length;
  }

  byte[] key(int place) {
    int start = start(place);
    byte[] key = Arrays.copyOf(bytes, shared + ends[place] - start);
    System.arraycopy(bytes, start, key, shared, ends[place] - start);
    return key;
  }

  private int start(int place) {
    return place == 0 ? shared : ends[place - 1];
  }

  /** The place of the key; where it would stand, as {@code -place - 1}, if it is not here. */
  int find(byte[] key) {
    int begins = Arrays.compareUnsigned(bytes, 0, shared, key, 0, Math.min(shared, key.length));
    if (begins != 0) {
      return begins > 0 ? -1 : -size() - 1;
    }
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  private int compare(int place, byte[] key) {
    return Arrays.compareUnsigned(
        bytes, start(place), ends[place], key, Math.min(shared, key.length), key.length);
  }

  /** How many keys stand before this one. */
  int before(byte[] key) {
    int place = find(key);
    return place < 0 ? -place - 1 : place;
  }

  /** With a key more, which is not here yet, at the place where it belongs. */
  KeyBlock with(int place, byte[] key) {
    if (size() == 0 || !beginsAlike(key)) {
      List<byte[]> keys = keys(0, size());
      keys.add(place, key);
      return of(keys);
    }
    int rest = key.length - shared;
    int start = start(place);
    byte[] more = new byte[bytes.length + rest];
    System.arraycopy(bytes, 0, more, 0, start);
    System.arraycopy(key, shared, more, start, rest);
    System.arraycopy(bytes, start, more, start + rest, bytes.length - start);
    int[] moved = new int[ends.length + 1];
    System.arraycopy(ends, 0, moved, 0, place);
    moved[place] = start + rest;
    for (int i = place; i < ends.length; i++) {
      moved[i + 1] = ends[i] + rest;
    }
    return new KeyBlock(more, shared, moved);
  }

  private boolean beginsAlike(byte[] key) {
    return key.length >= shared && Arrays.equals(bytes, 0, shared, key, 0, shared);
  }

  KeyBlock without(int place) {
    if (size() == 1) {
      return EMPTY;
    }
    int start = start(place);
    int gone = ends[place] - start;
    byte[] less = new byte[bytes.length - gone];
    System.arraycopy(bytes, 0, less, 0, start);
    System.arraycopy(bytes, ends[place], less, start, bytes.length - ends[place]);
    int[] moved = new int[ends.length - 1];
    System.arraycopy(ends, 0, moved, 0, place);
    for (int i = place; i < moved.length; i++) {
      moved[i] = ends[i + 1] - gone;
    }
    return new KeyBlock(less, shared, moved);
  }

  /** The keys from one place up to, but not including, another. */
  KeyBlock part(int from, int to) {
    return of(keys(from, to));
  }

  private List<byte[]> keys(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(this::key)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
