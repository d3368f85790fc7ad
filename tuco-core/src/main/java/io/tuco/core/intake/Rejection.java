package io.tuco.core.intake;

import java.util.Optional;

/** A documented "no" to a client, as a value. */
public record Rejection(RejectionCode code, String message, Optional<String> parameter) {}
