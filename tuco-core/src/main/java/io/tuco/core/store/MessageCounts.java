package io.tuco.core.store;

/** The operator's view of the work at hand. */
public record MessageCounts(long waiting, long sending, long unknown) {}
