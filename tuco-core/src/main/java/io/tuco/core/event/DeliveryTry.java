package io.tuco.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt as the log keeps it (webhook contract, section 6).
 *
 * @param number from 1, over all rounds
 * @param at when it began
 * @param response the first {@link #LONGEST_RESPONSE} characters of the answer's body
 */
public record DeliveryTry(
    int number,
    Instant at,
    Duration took,
    Optional<Integer> statusCode,
    Optional<String> error,
    Optional<String> response) {

  public static final int LONGEST_RESPONSE = 1_000;
}
