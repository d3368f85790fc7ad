package io.tuco.core.architecture.canary.store;

/** Something that only engine may know. */
public record Rightmost(String name) {}
