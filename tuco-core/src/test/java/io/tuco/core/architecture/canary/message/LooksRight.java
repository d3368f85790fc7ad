package io.tuco.core.architecture.canary.message;

import io.tuco.core.architecture.canary.store.Rightmost;

/** A message that knows a store. */
public record LooksRight(Rightmost store) {}
