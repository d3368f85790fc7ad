package io.tuco.connectors.ghl.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** GHL's limits of one app and location (contract, section 1), in sliding windows. */
final class FakeLimits {

  private final Map<String, Deque<Instant>> recent = new HashMap<>();
  private final Map<String, Map<LocalDate, Integer>> days = new HashMap<>();

  private int perInterval = 100;
  private Duration interval = Duration.ofSeconds(10);
  private int perDay = 200_000;
  private long exceeded;

  void set(int calls, Duration window, int ofDay) {
    perInterval = calls;
    interval = window;
    perDay = ofDay;
  }

  long exceeded() {
    return exceeded;
  }

  /** Counts the call; false when it is one too many. */
  boolean allows(String location, Instant now) {
    var calls = calls(location, now);
    var today = today(now);
    var used = days.computeIfAbsent(location, any -> new HashMap<>());
    if (calls.size() >= perInterval || used.getOrDefault(today, 0) >= perDay) {
      exceeded++;
      return false;
    }
    calls.addLast(now);
    used.merge(today, 1, Integer::sum);
    return true;
  }

  Map<String, String> headers(String location, Instant now) {
    var used = days.getOrDefault(location, Map.of()).getOrDefault(today(now), 0);
    return Map.of(
        "X-RateLimit-Limit-Daily", Integer.toString(perDay),
        "X-RateLimit-Daily-Remaining", Integer.toString(perDay - used),
        "X-RateLimit-Interval-Milliseconds", Long.toString(interval.toMillis()),
        "X-RateLimit-Max", Integer.toString(perInterval),
        "X-RateLimit-Remaining", Integer.toString(perInterval - calls(location, now).size()));
  }

  private Deque<Instant> calls(String location, Instant now) {
    var calls = recent.computeIfAbsent(location, any -> new ArrayDeque<>());
    while (!calls.isEmpty() && !calls.peekFirst().isAfter(now.minus(interval))) {
      calls.removeFirst();
    }
    return calls;
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
