package io.tuco.camel.standalone.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The keys of a plan, one by one: nothing is read that is not asked for. Several ranges come one
 * after the other, or, where an order was asked for, merged by the part of the key that orders.
 */
final class KeyScan implements Iterator<byte[]> {

  private final PriorityQueue<Head> heads;
  private final Examined examined;

  KeyScan(Plan plan, Examined examined) {
    this.examined = examined;
    this.heads = new PriorityQueue<>(order(plan));
    List<KeyRange> ranges = plan.ranges();
    for (int i = 0; i < ranges.size(); i++) {
      Iterator<byte[]> keys = plan.index().keysIn(ranges.get(i), plan.reversed());
      if (keys.hasNext()) {
        heads.add(new Head(keys.next(), keys, ranges.get(i).orderedFrom(), i));
      }
    }
  }

  private static Comparator<Head> order(Plan plan) {
    if (!plan.ordered()) {
      return Comparator.comparingInt(Head::number);
    }
    return plan.reversed() ? Head.BY_KEY.reversed() : Head.BY_KEY;
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public byte[] next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    examined.key();
    if (head.rest().hasNext()) {
      heads.add(head.next());
    }
    return head.key();
  }

  private record Head(byte[] key, Iterator<byte[]> rest, int from, int number) {

    static final Comparator<Head> BY_KEY =
        (a, b) -> Arrays.compareUnsigned(a.key, a.from, a.key.length, b.key, b.from, b.key.length);

    Head next() {
      return new Head(rest.next(), rest, from, number);
    }
  }
}
