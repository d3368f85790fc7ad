package io.tuco.core.store;

/** Open deliveries: not tried yet, and failing. */
public record DeliveryCounts(long pending, long failing) {}
