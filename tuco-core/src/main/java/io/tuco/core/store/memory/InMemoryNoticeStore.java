package io.tuco.core.store.memory;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.store.NoticeStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

final class InMemoryNoticeStore implements NoticeStore {

  private final Outboxes outboxes = new Outboxes();

  @Override
  public void add(String workspaceId, String subjectId, OutboxEvent event) {
    outboxes.stream(new Outbox(workspaceId, subjectId, Optional.empty(), List.of(event)));
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
  public void putOff(String workspaceId, String subjectId, Instant until) {
    outboxes.putOff(workspaceId, subjectId, until);
  }
}
