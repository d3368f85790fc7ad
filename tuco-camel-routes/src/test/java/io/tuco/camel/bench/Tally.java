package io.tuco.camel.bench;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Numbers by name, such as {@code messages.update}.
 *
 * @param counts sorted by name, without zeros
 */
record Tally(Map<String, Long> counts) {

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  Tally {
    counts = new TreeMap<>(counts);
    counts.values().removeIf(count -> count == 0);
  }

  Tally since(Tally earlier) {
    var more = new TreeMap<>(counts);
    earlier.counts.forEach((name, count) -> more.merge(name, -count, Long::sum));
    return new Tally(more);
  }

  /** The same without these commands, and without what was asked of these collections. */
  Tally without(Set<String> names) {
    var rest = new TreeMap<>(counts);
    rest.keySet()
        .removeIf(
            name -> names.contains(name) || names.contains(name.substring(0, name.indexOf('.'))));
    return new Tally(rest);
  }

  long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  long total() {
    return sum(name -> true);
  }

  long writes() {
    return sum(Tally::isWrite);
  }

  long reads() {
    return sum(name -> !isWrite(name));
  }

  private long sum(Predicate<String> counted) {
    return counts.entrySet().stream()
        .filter(entry -> counted.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean isWrite(String name) {
    return WRITES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
