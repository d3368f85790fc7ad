package io.tuco.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an endpoint did with an attempt.
 *
 * @param statusCode absent when no answer came
 * @param error one sentence when it was not a success
 * @param retryAfter what a 429 or 503 asked for
 * @param response how the answer's body begins, absent when there was none
 * @param took from the start to the end of the attempt
 */
public record DeliveryAnswer(
    Optional<Integer> statusCode,
    Optional<String> error,
    Optional<Instant> retryAfter,
    Optional<String> response,
    Duration took) {

  private static final String LATE = "No answer in time";
  private static final String UNCONNECTED = "No connection in time";

  public static DeliveryAnswer status(int code) {
    return new DeliveryAnswer(
        Optional.of(code),
        isSuccess(code) ? Optional.empty() : Optional.of("HTTP " + code),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO);
  }

  public static DeliveryAnswer none(String error) {
    return new DeliveryAnswer(
        Optional.empty(), Optional.of(error), Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  public DeliveryAnswer askingFor(Optional<Instant> pause) {
    return new DeliveryAnswer(statusCode, error, pause, response, took);
  }

  /** With a body, of which the beginning is kept. */
  public DeliveryAnswer saying(String body) {
    return new DeliveryAnswer(
        statusCode,
        error,
        retryAfter,
        Optional.of(body).filter(text -> !text.isEmpty()).map(DeliveryAnswer::beginning),
        took);
  }

  public DeliveryAnswer in(Duration time) {
    return new DeliveryAnswer(statusCode, error, retryAfter, response, time);
  }

  /** No answer came, and it was not waited for any longer. */
  public static DeliveryAnswer late() {
    return none(LATE);
  }

  /** The same without a connection. */
  public static DeliveryAnswer unconnected() {
    return none(UNCONNECTED);
  }

  /** Whether it took too long, with or without a connection. */
  public boolean isLate() {
    return error.filter(text -> text.equals(LATE) || text.equals(UNCONNECTED)).isPresent();
  }

  public boolean isSuccess() {
    return statusCode.map(DeliveryAnswer::isSuccess).orElse(false);
  }

  private static boolean isSuccess(int code) {
    return code >= 200 && code < 300;
  }

  /** No half of a surrogate pair at the end. */
  private static String beginning(String text) {
    var end = Math.min(text.length(), DeliveryTry.LONGEST_RESPONSE);
    var isCut = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, isCut ? end - 1 : end);
  }
}
