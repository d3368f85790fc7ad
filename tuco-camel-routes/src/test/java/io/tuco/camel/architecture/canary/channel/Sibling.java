package io.tuco.camel.architecture.canary.channel;

/** A neighbour. */
public record Sibling(String name) {}
