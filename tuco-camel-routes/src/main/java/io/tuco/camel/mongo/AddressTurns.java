package io.tuco.camel.mongo;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the threads of this process claim the same addresses one after the other. Claims are safe
 * without it; but each rival undoes what another has begun, and with dozens of them at once nobody
 * gets to the end. Between processes there are only as many rivals as there are processes.
 */
final class AddressTurns {

  private static final int DOORS = 1_024;

  private final Object[] doors = IntStream.range(0, DOORS).mapToObj(i -> new Object()).toArray();

  /** One door each, so that nobody waits at two: rivals meet at the first point they share. */
  <T> T inTurn(Collection<String> points, Supplier<T> deed) {
    var first = points.stream().min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return deed.get();
    }
    synchronized (doors[Math.floorMod(first.get().hashCode(), DOORS)]) {
      return deed.get();
    }
  }
}
