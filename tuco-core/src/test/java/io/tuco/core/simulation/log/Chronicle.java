package io.tuco.core.simulation.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that happened in a run, in order. Not thread-safe. */
public final class Chronicle {

  private final List<Entry> entries = new ArrayList<>();

  private final boolean detailed;

  /**
   * @param detailed whether it keeps what only readers of a trace want to know
   */
  public Chronicle(boolean detailed) {
    this.detailed = detailed;
  }

  public void detail(Supplier<Entry> entry) {
    if (detailed) {
      entries.add(entry.get());
    }
  }

  public void add(Entry entry) {
    entries.add(entry);
  }

  public List<Entry> entries() {
    return entries;
  }

  public <E extends Entry> Stream<E> all(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }
}
