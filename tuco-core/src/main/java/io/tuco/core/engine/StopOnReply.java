package io.tuco.core.engine;

import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the workspace wants it, a reply cancels what still waits for the person of the batches that
 * wrote to them lately (API contract, section 14).
 */
final class StopOnReply implements ReplyConsumer {

  private final Stores stores;
  private final RecentFacts facts;
  private final Cancellations cancellations;

  StopOnReply(Stores stores, RecentFacts facts, Cancellations cancellations) {
    this.stores = stores;
    this.facts = facts;
    this.cancellations = cancellations;
  }

  @Override
  public void take(Message inbound, Instant now) {
    if (facts
        .workspace(inbound.workspaceId())
        .filter(workspace -> workspace.sendDefaults().stopOnReply())
        .isEmpty()) {
      return;
    }
    var batches =
        stores.replies().rowOf(inbound, Set.of()).parents().stream()
            .map(sent -> sent.origin().batchId())
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    if (!batches.isEmpty()) {
      cancellations.afterReply(inbound, batches, now);
    }
  }
}
