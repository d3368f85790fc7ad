package io.tuco.core.architecture.canary.line;

/** A neighbour. */
public record Beside(String name) {}
