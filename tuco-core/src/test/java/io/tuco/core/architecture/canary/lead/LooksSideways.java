package io.tuco.core.architecture.canary.lead;

import io.tuco.core.architecture.canary.line.Beside;

/** A lead that knows a line. */
public record LooksSideways(Beside line) {}
