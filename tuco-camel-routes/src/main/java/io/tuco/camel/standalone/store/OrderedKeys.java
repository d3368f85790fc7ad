package io.tuco.camel.standalone.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys in unsigned order, kept in {@linkplain KeyBlock blocks}: a tenth of the objects,
 * and a third of the bytes, of a list of single keys, which is what an index of many documents
 * weighs and what the garbage collector walks.
 *
 * <p>Writers come one at a time. Readers take no lock and walk while keys come and go: they meet
 * every key that is there all the while, each once and in order, and may or may not meet the
 * others.
 */
final class OrderedKeys {

  /** Blocks grow to this size; copying so many is cheap. */
  static final int MOST = 64;

  private static final byte[] LOWEST = {};

  /** The place of a block, whose content changes; bounded below by its key in the map. */
  private static final class Cell {
    private volatile KeyBlock block;

    Cell(KeyBlock block) {
      this.block = block;
    }
  }

  private final KeyTree<Cell> cells = new KeyTree<>(new Cell(KeyBlock.EMPTY));

  /** Whether it was not there yet. */
  boolean add(byte[] key) {
    Cell cell = cells.floor(key);
    KeyBlock block = cell.block;
    int place = block.find(key);
    if (place >= 0) {
      return false;
    }
    insert(cell, block, -place - 1, key);
    return true;
  }

  private void insert(Cell cell, KeyBlock block, int place, byte[] key) {
    if (block.size() < MOST) {
      cell.block = block.with(place, key);
    } else if (place == block.size()) {
      // Keys that come in order leave full blocks behind.
      cells.put(key, new Cell(KeyBlock.EMPTY.with(0, key)));
    } else {
      KeyBlock whole = block.with(place, key);
      int middle = whole.size() / 2;
      // The upper half first: a key may be met in both, never in neither.
      cells.put(whole.key(middle), new Cell(whole.part(middle, whole.size())));
      cell.block = whole.part(0, middle);
    }
  }

  /** Whether it was there. */
  boolean remove(byte[] key) {
    KeyTree.Entry<Cell> entry = cells.floorEntry(key);
    Cell cell = entry.value();
    int place = cell.block.find(key);
    if (place < 0) {
      return false;
    }
    KeyBlock rest = cell.block.without(place);
    if (rest.size() == 0 && entry.key().length > 0) {
      cells.remove(entry.key());
    }
    cell.block = rest;
    return true;
  }

  /** The lowest key that is not below this one. */
  byte @Nullable [] ceiling(byte[] key) {
    return new Upwards(key).ahead();
  }

  /** The keys of a range that is not empty. */
  Iterator<byte[]> in(KeyRange range, boolean reversed) {
    return reversed
        ? new Bounded(new Downwards(range.to()), range.from(), true)
        : new Bounded(new Upwards(range.from()), range.to(), false);
  }

  /** Ends a walk at a bound: before it upwards, with it downwards. */
  private static final class Bounded implements Iterator<byte[]> {

    private final Walk walk;
    private final byte[] bound;
    private final boolean reversed;
    private byte @Nullable [] next;

    Bounded(Walk walk, byte[] bound, boolean reversed) {
      this.walk = walk;
      this.bound = bound;
      this.reversed = reversed;
      this.next = step();
    }

    private byte @Nullable [] step() {
      byte[] key = walk.ahead();
      if (key == null) {
        return null;
      }
      int order = Arrays.compareUnsigned(key, bound);
      return (reversed ? order >= 0 : order < 0) ? key : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public byte[] next() {
      byte[] key = next;
      if (key == null) {
        throw new NoSuchElementException();
      }
      next = step();
      return key;
    }
  }

  /**
   * A reader's way through the blocks; where one changes under it, it looks for its place again.
   */
  private abstract class Walk {

    private byte[] bound = LOWEST;
    private @Nullable Cell cell;
    private KeyBlock seen = KeyBlock.EMPTY;
    private int place;

    /** The next key, and none for ever after the last. */
    final byte @Nullable [] ahead() {
      while (cell != null) {
        if (cell.block != seen) {
          find();
        } else if (place >= 0 && place < seen.size()) {
          byte[] key = seen.key(place);
          met(key);
          return key;
        } else {
          leave(bound);
        }
      }
      return null;
    }

    final void enter(KeyTree.@Nullable Entry<Cell> entry) {
      cell = entry == null ? null : entry.value();
      bound = entry == null ? LOWEST : entry.key();
      seen = cell == null ? KeyBlock.EMPTY : cell.block;
    }

    final KeyBlock seen() {
      return seen;
    }

    final void goTo(int next) {
      place = next;
    }

    final void step(int by) {
      place += by;
    }

    /** Enters the block where the next key must be, if there is any. */
    abstract void find();

    /** Enters the block that comes after the one with this bound. */
    abstract void leave(byte[] left);

    abstract void met(byte[] key);
  }

  /** Upwards from a key, which counts. */
  private final class Upwards extends Walk {

    private byte[] from;
    private boolean met;

    Upwards(byte[] from) {
      this.from = from;
      find();
    }

    @Override
    void find() {
      enter(cells.floorEntry(from));
      goOn();
    }

    @Override
    void leave(byte[] left) {
      enter(cells.higherEntry(left));
      goOn();
    }

    private void goOn() {
      int found = seen().find(from);
      goTo(found < 0 ? -found - 1 : found + (met ? 1 : 0));
    }

    @Override
    void met(byte[] key) {
      from = key;
      met = true;
      step(1);
    }
  }

  /** Downwards from a key, which does not count. */
  private final class Downwards extends Walk {

    private byte[] from;

    Downwards(byte[] from) {
      this.from = from;
      find();
    }

    @Override
    void find() {
      enterBelow(from);
    }

    @Override
    void leave(byte[] left) {
      enterBelow(left);
    }

    /** The upper half of a block that is just being split comes first. */
    private void enterBelow(byte[] limit) {
      KeyTree.Entry<Cell> entry;
      KeyTree.Entry<Cell> now = cells.lowerEntry(limit);
      do {
        entry = now;
        enter(entry);
        now = cells.lowerEntry(limit);
      } while (entry != null && (now == null || now.value() != entry.value()));
      goTo(seen().before(from) - 1);
    }

    @Override
    void met(byte[] key) {
      from = key;
      step(-1);
    }
  }
}
