package io.tuco.core.workspace;

import java.time.Duration;

/**
 * Whether a request may be made, and how its limit stands after it.
 *
 * @param remaining how many more could be made now, as far as this server knows
 * @param retryIn how long until the same request could be admitted; zero when it was
 * @param fullIn how long until the whole limit is there again
 */
public record RateDecision(
    boolean isAdmitted, RateLimit policy, long remaining, Duration retryIn, Duration fullIn) {}
