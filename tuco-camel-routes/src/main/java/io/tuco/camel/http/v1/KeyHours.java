package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.engine.HourlyLimiter;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.RateKey;
import java.time.Duration;
import java.util.Optional;

/** Holds each key to its requests per clock hour (/v1 contract, section 7). */
final class KeyHours {

  private final HourlyLimiter limiter;
  private final int limit;

  KeyHours(HourlyLimiter limiter, int limit) {
    this.limiter = limiter;
    this.limit = limit;
  }

  /** Counts the request; the refusal of one too many, which changes nothing. */
  Optional<HttpAnswer> refusal(Access access) {
    var key = new RateKey(access.workspace().id(), "v1:" + access.key().id());
    return limiter.refusal(key, limit).map(KeyHours::exceeded);
  }

  private static HttpAnswer exceeded(Duration untilNextHour) {
    // Rounded up: who comes back then is not too early.
    var seconds = untilNextHour.plusNanos(999_999_999).toSeconds();
    return ErrorCode.RATE_LIMIT_EXCEEDED
        .answer()
        .with("Retry-After", String.valueOf(Math.max(1, seconds)));
  }
}
