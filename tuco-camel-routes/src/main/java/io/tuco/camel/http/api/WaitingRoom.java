package io.tuco.camel.http.api;

import java.util.concurrent.Semaphore;

/**
 * How many calls may wait at a time on this node, for the end of their message or for another call
 * under their key (settled answer 18). They hold no thread where the HTTP consumer calls its route
 * asynchronously, as the program's own does; what they hold is memory and a connection.
 */
final class WaitingRoom {

  /** Between two looks at what has become of the other call. */
  static final long LOOK_MILLIS = 100;

  private final Semaphore places;

  WaitingRoom(int places) {
    this.places = new Semaphore(places);
  }

  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }
}
