package io.tuco.camel.http.api;

import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * How many calls may wait: for another one under their key, or for a device. The route needs no
 * thread for them, but Camel's HTTP consumer keeps one of its 20 workers until an exchange is over:
 * calls that wait must leave most of them to the others.
 */
final class WaitingRoom {

  static final int PLACES = 8;

  /** Between two looks at what has become of the other call. */
  static final long LOOK_MILLIS = 100;

  private final Semaphore places;

  WaitingRoom() {
    this(PLACES);
  }

  WaitingRoom(int places) {
    this.places = new Semaphore(places);
  }

  boolean enter() {
    return places.tryAcquire();
  }

  /** The same for the whole life of an exchange. */
  boolean enter(Exchange exchange) {
    var entered = enter();
    if (entered) {
      exchange.getExchangeExtension().addOnCompletion(leaving());
    }
    return entered;
  }

  private Synchronization leaving() {
    return new SynchronizationAdapter() {
      @Override
      public void onDone(Exchange over) {
        leave();
      }
    };
  }

  void leave() {
    places.release();
  }
}
