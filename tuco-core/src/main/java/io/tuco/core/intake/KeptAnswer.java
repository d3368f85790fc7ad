package io.tuco.core.intake;

/** An answer as it was given, to be given again word for word. */
public record KeptAnswer(int status, String body) {}
