package io.tuco.core.store;

/**
 * The operator's view of the work at hand.
 *
 * @param sending under way; those of unknown outcome are counted apart
 */
public record MessageCounts(long waiting, long sending, long unknown) {}
