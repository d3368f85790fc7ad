package io.tuco.camel.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;

/** Waits for work that goes on behind the scenes. */
final class Quiet {

  private static final Duration LENGTH = Duration.ofMillis(400);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Quiet() {}

  /** Until the figure has not changed for a while. */
  static void awaitOf(LongSupplier figure) {
    var last = new AtomicLong(figure.getAsLong());
    Awaitility.await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .during(LENGTH)
        .until(
            () -> {
              var now = figure.getAsLong();
              return last.getAndSet(now) == now;
            });
  }
}
