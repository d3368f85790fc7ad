package io.tuco.core.intake;

import io.tuco.core.workspace.Access;

/** A send call of somebody: who, what, and the correlation id that follows it everywhere. */
public record Submission(Access access, SubmitMessage words, String correlationId) {}
