package io.tuco.camel.http.api;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Where an exchange with a parked call stays until it is over. It holds no thread meanwhile; its
 * route goes on in one of a few that are kept for it.
 */
final class Parking extends AsyncProcessorSupport {

  private final EndWaits waits;
  private final Executor resuming;

  Parking(EndWaits waits, Executor resuming) {
    this.waits = waits;
    this.resuming = resuming;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    var call = exchange.getMessage().getBody(SendCall.Parked.class);
    call.end()
        .completeOnTimeout(
            Optional.empty(), call.decided().patience().toMillis(), TimeUnit.MILLISECONDS)
        .thenAcceptAsync(told -> exchange.getMessage().setBody(waits.over(call, told)), resuming)
        .whenComplete(
            (over, failure) -> {
              if (failure != null) {
                exchange.setException(failure);
              }
              callback.done(false);
            });
    return false;
  }
}
