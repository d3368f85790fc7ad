package io.tuco.camel.http.api;

import java.util.concurrent.Semaphore;

/**
 * How many calls may wait for another one under their key. The route needs no thread for them, but
 * Camel's HTTP consumer keeps one of its 20 workers until an exchange is over: calls that wait must
 * leave most of them to the others.
 */
final class WaitingRoom {

  static final int PLACES = 8;

  /** Between two looks at what has become of the other call. */
  static final long LOOK_MILLIS = 100;

  private final Semaphore places = new Semaphore(PLACES);

  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }
}
