package io.tuco.core.architecture.canary.timing;

import java.time.Instant;

/** Asks the machine what time it is. */
public final class ReadsTheWall {

  public Instant time() {
    return Instant.now();
  }
}
