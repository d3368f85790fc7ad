package io.tuco.camel.mongo;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.store.NoticeStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/**
 * {@code notices}: one document per line or endpoint, with what the stream has yet to be told of
 * it. One command adds an event.
 */
final class MongoNoticeStore implements NoticeStore {

  private final MongoCollectionCalls notices;
  private final MongoStreamQueue stream;

  MongoNoticeStore(MongoCollectionCalls notices) {
    this.notices = notices;
    this.stream = new MongoStreamQueue(notices);
  }

  @Override
  public void add(String workspaceId, String subjectId, OutboxEvent event) {
    var events = List.of(event);
    // A document that has the event is not found, and is there: nothing is added.
    var without =
        MessageQueries.one(workspaceId, subjectId)
            .append(OutboxDocument.STREAM + ".id", new Document("$ne", event.id()));
    notices.findOneAndUpsert(without, OutboxDocument.streaming(events));
  }

  @Override
  public List<Outbox> due(Instant now, int limit) {
    return stream.due(now, limit);
  }

  @Override
  public void markStreamed(Collection<Outbox> done) {
    stream.markStreamed(done);
  }

  @Override
  public void putOff(String workspaceId, String subjectId, Instant until) {
    stream.putOff(workspaceId, subjectId, until);
  }
}
