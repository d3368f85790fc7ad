package io.tuco.core.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * The queue of one device or sender and the fence of its sends.
 *
 * @param epoch the number of the last intent; grows by one with every claim
 * @param freeAt the earliest instant of the next send
 */
public record Lane(String id, long epoch, Optional<Intent> inFlight, Instant freeAt) {}
