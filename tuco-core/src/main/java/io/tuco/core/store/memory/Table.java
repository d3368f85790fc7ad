package io.tuco.core.store.memory;

import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Values by id, which can be listed by age. Thread-safe; each call is one step for all others. */
final class Table<V> {

  private final Map<String, V> rows = new HashMap<>();
  private final Function<V, String> id;
  private final Comparator<V> oldestFirst;

  Table(Function<V, String> id, Function<V, Instant> createdAt) {
    this.id = id;
    this.oldestFirst = Comparator.comparing(createdAt).thenComparing(id);
  }

  synchronized void put(V row) {
    rows.put(id.apply(row), row);
  }

  synchronized Optional<V> find(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  /** Stores the row as {@code change} makes it of the one that is there; empty if none is. */
  synchronized Optional<V> change(String key, UnaryOperator<V> change) {
    return Optional.ofNullable(rows.computeIfPresent(key, (same, row) -> change.apply(row)));
  }

  synchronized boolean delete(String key) {
    return rows.remove(key) != null;
  }

  synchronized List<V> oldestFirst(Predicate<V> wanted) {
    return rows.values().stream().filter(wanted).sorted(oldestFirst).toList();
  }

  synchronized List<V> newestFirst(Predicate<V> wanted) {
    return rows.values().stream().filter(wanted).sorted(oldestFirst.reversed()).toList();
  }

  static <V> Page<V> page(List<V> all, PageRequest request) {
    var items = all.stream().skip(request.offset()).limit(request.limit()).toList();
    return new Page<>(items, request, all.size());
  }
}
