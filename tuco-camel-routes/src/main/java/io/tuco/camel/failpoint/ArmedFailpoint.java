package io.tuco.camel.failpoint;

import io.tuco.core.store.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Counts how often its point is reached and acts when the time has come. Thread-safe. */
public final class ArmedFailpoint {

  /** What a shell reports of a process that was killed. */
  private static final int KILLED = 137;

  private final Failpoint failpoint;
  private final AtomicInteger reached = new AtomicInteger();

  public ArmedFailpoint(Failpoint failpoint) {
    this.failpoint = failpoint;
  }

  void reach(Point point) {
    if (point == failpoint.point() && reached.incrementAndGet() == failpoint.time()) {
      // To the test that waits for it; no log, which might be lost with the process.
      System.err.println("failpoint " + point.wire() + " reached");
      System.err.flush();
      act();
    }
  }

  private void act() {
    switch (failpoint.action()) {
      case HALT -> Runtime.getRuntime().halt(KILLED);
      case PAUSE -> pause();
      case THROW ->
          throw new StoreException(
              "failpoint " + failpoint.point().wire(), new IllegalStateException("failpoint"));
    }
  }

  private static void pause() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
  }
}
