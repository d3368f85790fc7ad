package io.tuco.camel.architecture.canary.standalone;

/** The program. */
public record Program(String name) {}
