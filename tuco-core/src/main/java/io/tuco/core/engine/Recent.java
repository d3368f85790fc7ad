package io.tuco.core.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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

  /** One that is under way, and what was changed since it began. */
  private static final class Reading {
    private final Set<String> changed = new HashSet<>();
    private boolean allChanged;

    boolean isTrueOf(String key) {
      return !allChanged && !changed.contains(key);
    }
  }

  private final Map<String, Answer<V>> answers = new ConcurrentHashMap<>();
  private final Set<Reading> readings = new HashSet<>();
  private final Function<Set<String>, Map<String, V>> read;
  private final Predicate<V> isShared;
  private final long ageNanos;
  private final LongSupplier nanos;
  private long nextLookNanos = Long.MIN_VALUE;

  private Recent(
      Function<Set<String>, Map<String, V>> read,
      Predicate<V> isShared,
      Duration age,
      LongSupplier nanos) {
    this.read = read;
    this.isShared = isShared;
    this.ageNanos = age.toNanos();
    this.nanos = nanos;
  }

  /**
   * @param age how old an answer may be; zero reads every time
   */
  public Recent(Function<String, V> read, Duration age, LongSupplier nanos) {
    this(
        keys -> keys.stream().collect(Collectors.toMap(Function.identity(), read)),
        alone -> false,
        age,
        nanos);
  }

  /**
   * Of things that are found by their ids, many at once. What there is not is asked for alone.
   *
   * @param read those that there are
   * @param age how old an answer may be; zero reads every time
   */
  static <T> Recent<Optional<T>> together(
      Function<Set<String>, List<T>> read,
      Function<T, String> id,
      Duration age,
      LongSupplier nanos) {
    return new Recent<>(keys -> each(keys, read.apply(keys), id), Optional::isPresent, age, nanos);
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

  synchronized void forget(String key) {
    readings.forEach(reading -> reading.changed.add(key));
    answers.remove(key);
  }

  synchronized void forgetAll() {
    readings.forEach(reading -> reading.allChanged = true);
    answers.clear();
  }

  private V fresh(String key, long now) {
    if (ageNanos == 0) {
      return read.apply(Set.of(key)).get(key);
    }
    var reading = new Reading();
    var others = begin(reading, key, now);
    Map<String, V> found = Map.of();
    try {
      found = readWith(others, key);
    } finally {
      end(reading, found, now);
    }
    return found.get(key);
  }

  /** What fails for one of the others is no matter of this one; each is then read by itself. */
  private Map<String, V> readWith(Set<String> others, String key) {
    if (others.isEmpty()) {
      return read.apply(Set.of(key));
    }
    var all = new HashSet<>(others);
    all.add(key);
    try {
      return read.apply(all);
    } catch (RuntimeException e) {
      answers.keySet().removeAll(others);
      return read.apply(Set.of(key));
    }
  }

  private synchronized Set<String> begin(Reading reading, String key, long now) {
    readings.add(reading);
    return now < nextLookNanos ? Set.of() : wantedBeside(key, now);
  }

  /** What was read while somebody changed it may be from before: it is not kept. */
  private synchronized void end(Reading reading, Map<String, V> found, long now) {
    readings.remove(reading);
    found.forEach(
        (key, value) -> {
          if (reading.isTrueOf(key)) {
            answers.put(key, new Answer<>(value, now));
          }
        });
  }

  /**
   * Those that will have to be read soon and were asked for since; what nobody asked for is let go.
   * All are looked at once in half an age, or for as long as there are more than one read takes.
   */
  private Set<String> wantedBeside(String key, long now) {
    var wanted = new HashSet<String>();
    for (var entry : answers.entrySet()) {
      if (wanted.size() == MOST - 1) {
        return wanted;
      }
      var answer = entry.getValue();
      if (isWanted(answer) && age(answer, now) >= ageNanos / 2 && !entry.getKey().equals(key)) {
        wanted.add(entry.getKey());
      } else if (age(answer, now) >= ageNanos) {
        answers.remove(entry.getKey(), answer);
      }
    }
    nextLookNanos = now + ageNanos / 2;
    return wanted;
  }

  private boolean isWanted(Answer<V> answer) {
    return answer.wanted && isShared.test(answer.value);
  }
}
