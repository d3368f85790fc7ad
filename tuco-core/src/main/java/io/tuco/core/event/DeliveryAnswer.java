package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * What an endpoint did with an attempt.
 *
 * @param statusCode absent when no answer came
 * @param error one sentence when it was not a success
 * @param retryAfter what a 429 or 503 asked for
 */
public record DeliveryAnswer(
    Optional<Integer> statusCode, Optional<String> error, Optional<Instant> retryAfter) {

  public static DeliveryAnswer status(int code) {
    return new DeliveryAnswer(
        Optional.of(code),
        isSuccess(code) ? Optional.empty() : Optional.of("HTTP " + code),
        Optional.empty());
  }

  public static DeliveryAnswer none(String error) {
    return new DeliveryAnswer(Optional.empty(), Optional.of(error), Optional.empty());
  }

  public boolean isSuccess() {
    return statusCode.map(DeliveryAnswer::isSuccess).orElse(false);
  }

  private static boolean isSuccess(int code) {
    return code >= 200 && code < 300;
  }
}
