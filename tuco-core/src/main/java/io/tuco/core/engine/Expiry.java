package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.time.Instant;

/** Ends what has waited longer than a message may (settled answer 13); off unless set. */
public final class Expiry {

  private static final int STEP = 100;

  private final Stores stores;
  private final Endings endings;
  private final DispatchSettings settings;

  Expiry(Stores stores, Endings endings, DispatchSettings settings) {
    this.stores = stores;
    this.endings = endings;
    this.settings = settings;
  }

  /** Ends the oldest of them; the rest when it is called again. */
  public void sweep(Instant now) {
    settings
        .maxAge()
        .ifPresent(
            life ->
                stores.messages().waitingSince(now.minus(life), STEP).stream()
                    .filter(message -> message.bornAt().plus(life).isBefore(now))
                    .forEach(
                        message -> endings.endWaiting(message.failed(Reasons.EXPIRED, now), now)));
  }
}
