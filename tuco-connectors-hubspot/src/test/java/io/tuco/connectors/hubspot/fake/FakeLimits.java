package io.tuco.connectors.hubspot.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The limits of one portal (HubSpot contract, section 1), in sliding windows. */
final class FakeLimits {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ZoneId zone;
  private final Deque<Instant> calls = new ArrayDeque<>();
  private final Deque<Instant> searches = new ArrayDeque<>();

  private int perInterval = 100;
  private Duration interval = Duration.ofSeconds(10);
  private int searchesPerSecond = 5;
  private int perDay = 250_000;
  private LocalDate today = LocalDate.EPOCH;
  private int usedToday;
  private long exceeded;

  FakeLimits(ZoneId zone) {
    this.zone = zone;
  }

  void set(int ofInterval, Duration length, int ofSearches, int ofDay) {
    perInterval = ofInterval;
    interval = length;
    searchesPerSecond = ofSearches;
    perDay = ofDay;
  }

  long exceeded() {
    return exceeded;
  }

  /** Counts the call; the policy that it breaks, when it is one too many. */
  Optional<String> broken(boolean isSearch, Instant now) {
    var policy = policy(isSearch, now);
    if (policy.isPresent()) {
      exceeded++;
      return policy;
    }
    calls.addLast(now);
    usedToday++;
    if (isSearch) {
      searches.addLast(now);
    }
    return Optional.empty();
  }

  private Optional<String> policy(boolean isSearch, Instant now) {
    forget(now);
    if (usedToday >= perDay) {
      return Optional.of("DAILY");
    }
    if (calls.size() >= perInterval) {
      return Optional.of("TEN_SECONDLY_ROLLING");
    }
    return isSearch && searches.size() >= searchesPerSecond
        ? Optional.of("SECONDLY")
        : Optional.empty();
  }

  private void forget(Instant now) {
    forget(calls, now.minus(interval));
    forget(searches, now.minus(SECOND));
    var day = LocalDate.ofInstant(now, zone);
    if (!day.equals(today)) {
      today = day;
      usedToday = 0;
    }
  }

  private static void forget(Deque<Instant> window, Instant until) {
    while (!window.isEmpty() && !window.peekFirst().isAfter(until)) {
      window.removeFirst();
    }
  }

  /** The daily ones are absent with OAuth. */
  Map<String, String> headers(boolean isOauth) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-HubSpot-RateLimit-Max", String.valueOf(perInterval));
    headers.put("X-HubSpot-RateLimit-Remaining", String.valueOf(perInterval - calls.size()));
    headers.put("X-HubSpot-RateLimit-Interval-Milliseconds", String.valueOf(interval.toMillis()));
    if (!isOauth) {
      headers.put("X-HubSpot-RateLimit-Daily", String.valueOf(perDay));
      headers.put("X-HubSpot-RateLimit-Daily-Remaining", String.valueOf(perDay - usedToday));
    }
    return headers;
  }
}
