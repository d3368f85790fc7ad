package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Moment;

/** Something that must not happen, and did. */
public record Violation(String rule, Moment at, String what) {}
