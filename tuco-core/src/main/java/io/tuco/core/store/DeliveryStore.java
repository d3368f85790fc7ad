package io.tuco.core.store;

import io.tuco.core.event.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers what is on its way to endpoints. */
public interface DeliveryStore {

  /**
   * Stores those that are new; one whose key exists is left as it is. Answers the new ones, in
   * their order.
   */
  List<Delivery> insertMissing(List<Delivery> deliveries);

  /**
   * Claims open deliveries that are due, longest due first. Answers them as they now stand, due
   * again when the claim is lost.
   */
  List<Delivery> claimDue(DueClaim claim);

  /** Claims one open delivery that is due; empty when it is not, or somebody has it. */
  Optional<Delivery> claim(String key, Instant now, Instant lostAt);

  /** Stores what became of attempts; a delivery that has ended meanwhile is left as it is. */
  void record(List<Delivery> deliveries);

  /** Ends every open delivery of an endpoint that is gone. */
  void cancelAll(String workspaceId, String endpointId);

  /** Newest first. */
  Page<Delivery> page(
      String workspaceId, String endpointId, DeliveryFilter filter, PageRequest request);

  Optional<Delivery> find(String workspaceId, String key);

  /** Begins a new round of one delivery, open or ended; false when there is none. */
  boolean replay(String workspaceId, String key, Instant now);

  /** The same for all of an endpoint that match; answers how many. */
  long replayAll(String workspaceId, String endpointId, DeliveryFilter filter, Instant now);

  /** Deletes those that have ended and were made before that. */
  void forgetBefore(Instant made);

  DeliveryCounts counts();
}
