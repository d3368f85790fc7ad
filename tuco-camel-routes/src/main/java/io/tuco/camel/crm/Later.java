package io.tuco.camel.crm;

import java.time.Duration;

/** Runs things on the workers, now or after a pause in which nobody waits. */
@FunctionalInterface
interface Later {

  void after(Duration pause, Runnable task);

  default void now(Runnable task) {
    after(Duration.ZERO, task);
  }
}
