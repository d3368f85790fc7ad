package io.tuco.core.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Answers of a store that may be a little old: what changes seldom is not read for every message.
 * Those that are asked for lately can be read again together. Bounded by what there is to ask
 * about. Thread-safe; two who ask at once may both read.
 */
public final class Recent<V> {

  /** Of one read. */
  private static final int MOST = 100;

  private static final class Answer<V> {
    private final V value;
    private final long readAtNanos;
    private volatile boolean wanted;

    Answer(V value, long readAtNanos) {
      this.value = value;
      this.readAtNanos = readAtNanos;
    }

    V give() {
      wanted = true;
      return value;
    }
  }

  private final Map<String, Answer<V>> answers = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();
  private final Function<Set<String>, Map<String, V>> read;
  private final int most;
  private final long ageNanos;
  private final LongSupplier nanos;

  private Recent(
      Function<Set<String>, Map<String, V>> read, int most, Duration age, LongSupplier nanos) {
    this.read = read;
    this.most = most;
    this.ageNanos = age.toNanos();
    this.nanos = nanos;
  }

  /**
   * @param age how old an answer may be; zero reads every time
   */
  public Recent(Function<String, V> read, Duration age, LongSupplier nanos) {
    this(keys -> keys.stream().collect(Collectors.toMap(Function.identity(), read)), 1, age, nanos);
  }

  /**
   * Of things that are found by their ids, many at once.
   *
   * @param read those that there are
   * @param age how old an answer may be; zero reads every time
   */
  static <T> Recent<Optional<T>> together(
      Function<Set<String>, List<T>> read,
      Function<T, String> id,
      Duration age,
      LongSupplier nanos) {
    return new Recent<>(keys -> each(keys, read.apply(keys), id), MOST, age, nanos);
  }

  private static <T> Map<String, Optional<T>> each(
      Set<String> keys, List<T> found, Function<T, String> id) {
    var each = new HashMap<String, Optional<T>>();
    keys.forEach(key -> each.put(key, Optional.empty()));
    found.forEach(thing -> each.put(id.apply(thing), Optional.of(thing)));
    return each;
  }

  public V of(String key) {
    var now = nanos.getAsLong();
    return Optional.ofNullable(answers.get(key))
        .filter(answer -> age(answer, now) < ageNanos)
        .map(Answer::give)
        .orElseGet(() -> fresh(key, now));
  }

  private static long age(Answer<?> answer, long now) {
    return now - answer.readAtNanos;
  }

  void forget(String key) {
    forgotten.incrementAndGet();
    answers.remove(key);
  }

  void forgetAll() {
    forgotten.incrementAndGet();
    answers.clear();
  }

  /** What was read while somebody changed something may be from before: it is not kept. */
  private V fresh(String key, long now) {
    var before = forgotten.get();
    var keys = new HashSet<>(Set.of(key));
    if (most > 1 && ageNanos > 0) {
      addWanted(keys, now);
    }
    var found = read.apply(keys);
    if (ageNanos > 0) {
      found.forEach((each, value) -> answers.put(each, new Answer<>(value, now)));
      if (forgotten.get() != before) {
        answers.keySet().removeAll(found.keySet());
      }
    }
    return found.get(key);
  }

  /** Those that will have to be read soon and were asked for since; others are let go. */
  private void addWanted(Set<String> keys, long now) {
    for (var entry : answers.entrySet()) {
      var answer = entry.getValue();
      if (keys.size() == most) {
        return;
      }
      if (answer.wanted && age(answer, now) >= ageNanos / 2) {
        keys.add(entry.getKey());
      } else if (!answer.wanted && age(answer, now) >= ageNanos) {
        answers.remove(entry.getKey(), answer);
      }
    }
  }
}
