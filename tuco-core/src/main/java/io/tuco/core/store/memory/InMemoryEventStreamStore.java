package io.tuco.core.store.memory;

import io.tuco.core.event.Outbox;
import io.tuco.core.store.EventStreamStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The other end of what {@link InMemoryMessageStore} writes. */
final class InMemoryEventStreamStore implements EventStreamStore {

  private final Outboxes outboxes;

  InMemoryEventStreamStore(Outboxes outboxes) {
    this.outboxes = outboxes;
  }

  @Override
  public void handOver(Collection<Outbox> drained) {
    drained.forEach(outboxes::handOver);
  }

  @Override
  public List<Outbox> due(Instant now, int limit) {
    return outboxes.due(now, limit);
  }

  @Override
  public void markStreamed(Collection<Outbox> done) {
    done.forEach(outboxes::markStreamed);
  }

  @Override
  public void putOff(String workspaceId, String messageId, Instant until) {
    outboxes.putOff(workspaceId, messageId, until);
  }
}
