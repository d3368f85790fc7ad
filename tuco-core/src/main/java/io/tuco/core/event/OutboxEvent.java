package io.tuco.core.event;

import java.time.Instant;

/**
 * An event as it is stored beside the change that caused it: rendered once, delivered byte for
 * byte.
 *
 * @param payload the body of every delivery, JSON
 */
public record OutboxEvent(String id, EventName name, long seq, Instant at, String payload) {}
