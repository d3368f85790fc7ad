package io.tuco.camel.http;

import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * How many calls may wait at a time on this node, for the end of their message, for another call
 * under their key, or for a device (settled answer 18). They hold no thread where the HTTP consumer
 * calls its route asynchronously, as the program's own does; what they hold is memory and a
 * connection.
 */
public final class WaitingRoom {

  /** Between two looks at what has become of the other call. */
  public static final long LOOK_MILLIS = 100;

  private final Semaphore places;

  public WaitingRoom(int places) {
    this.places = new Semaphore(places);
  }

  public boolean enter() {
    return places.tryAcquire();
  }

  /** The same for the whole life of an exchange. */
  public boolean enter(Exchange exchange) {
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

  public void leave() {
    places.release();
  }
}
