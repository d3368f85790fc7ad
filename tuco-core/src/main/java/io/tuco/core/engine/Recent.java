package io.tuco.core.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers of a store that may be a little old: what changes seldom is not read for every message.
 * Bounded by what there is to ask about. Thread-safe; two who ask at once may both read.
 */
public final class Recent<V> {

  private record Answer<V>(V value, long readAtNanos) {}

  private final Map<String, Answer<V>> answers = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();
  private final Function<String, V> read;
  private final long ageNanos;
  private final LongSupplier nanos;

  /**
   * @param age how old an answer may be; zero reads every time
   */
  public Recent(Function<String, V> read, Duration age, LongSupplier nanos) {
    this.read = read;
    this.ageNanos = age.toNanos();
    this.nanos = nanos;
  }

  public V of(String key) {
    var now = nanos.getAsLong();
    return Optional.ofNullable(answers.get(key))
        .filter(answer -> now - answer.readAtNanos() < ageNanos)
        .map(Answer::value)
        .orElseGet(() -> fresh(key, now));
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
    var value = read.apply(key);
    if (ageNanos > 0) {
      answers.put(key, new Answer<>(value, now));
      if (forgotten.get() != before) {
        answers.remove(key);
      }
    }
    return value;
  }
}
