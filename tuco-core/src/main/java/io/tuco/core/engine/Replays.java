package io.tuco.core.engine;

import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.DeliveryStore;
import java.time.Instant;
import java.util.function.Consumer;

/** Sends deliveries once more, because somebody asks (webhook contract, section 6). */
public final class Replays {

  private final DeliveryStore deliveries;
  private final Consumer<String> deliver;

  /**
   * @param deliver told the key of a delivery that is to go at once
   */
  Replays(DeliveryStore deliveries, Consumer<String> deliver) {
    this.deliveries = deliveries;
    this.deliver = deliver;
  }

  /** False when there is no such delivery. */
  public boolean one(String workspaceId, String key, Instant now) {
    var begun = deliveries.replay(workspaceId, key, now);
    if (begun) {
      deliver.accept(key);
    }
    return begun;
  }

  /** All of an endpoint that match, as fast as the sweep takes them up; answers how many. */
  public long all(String workspaceId, String endpointId, DeliveryFilter filter, Instant now) {
    return deliveries.replayAll(workspaceId, endpointId, filter, now);
  }
}
