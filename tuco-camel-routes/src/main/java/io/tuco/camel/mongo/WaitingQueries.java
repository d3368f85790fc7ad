package io.tuco.camel.mongo;

import io.tuco.core.store.WaitingQueue;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * What lanes and lines ask about waiting messages; one seek in a sparse index each. They cross
 * workspaces, because a device is shared.
 */
final class WaitingQueries {

  private static final Document NO_EVENTS = OutboxDocument.HIDDEN;
  private static final Document IN_QUEUE_ORDER =
      MongoIndex.order("waiting.queue", "waiting.due", "waiting.id");
  private static final Document IN_LANE_ORDER =
      MongoIndex.order("waiting.lane", "waiting.due", "waiting.id");

  private final MongoCollectionCalls messages;

  WaitingQueries(MongoCollectionCalls messages) {
    this.messages = messages;
  }

  /** The least queue of the lane after the given one. */
  Optional<String> nextQueue(String laneId, String after) {
    var prefix = WaitingQueue.prefixOf(laneId);
    var range =
        new Document("$gt", after.isEmpty() ? prefix : after)
            .append("$lt", WaitingQueue.endOf(laneId));
    return messages
        .findOne(
            Question.about(new Document("waiting.queue", range))
                .sortedBy(IN_QUEUE_ORDER)
                .showing(new Document("_id", 0).append("waiting.queue", 1)))
        .map(found -> new DocumentReader(found).part("waiting").text("queue"));
  }

  List<Document> heads(WaitingQueue queue, int limit) {
    return messages.findAll(
        Question.about(new Document("waiting.queue", queue.key()))
            .sortedBy(IN_QUEUE_ORDER)
            .showing(NO_EVENTS)
            .upTo(limit));
  }

  /** Those who wait as first touches of these lines and leads: where they are, and no more. */
  List<Document> firstTouches(List<String> contacts) {
    return messages.findAll(
        Question.about(new Document("waiting.contact", new Document("$in", contacts)))
            .showing(new Document("workspaceId", 1).append("waiting.queue", 1)));
  }

  List<Document> since(Instant before, int limit) {
    return messages.findAll(
        Question.about(new Document("waiting.since", new Document("$lt", Date.from(before))))
            .sortedBy(MongoIndex.order("waiting.since", "waiting.id"))
            .showing(NO_EVENTS)
            .upTo(limit));
  }

  long count() {
    return messages.count(new Document("waiting.since", new Document("$gte", new Date(0))));
  }

  Optional<Instant> nextDue(String laneId) {
    return head(lane(laneId), "waiting.due").map(waiting -> waiting.instant("due"));
  }

  Optional<String> nextLane(String after) {
    return head(lane(new Document("$gt", after)), "waiting.lane")
        .map(waiting -> waiting.text("lane"));
  }

  List<Document> ofLine(String lineId, int limit) {
    return messages.findAll(
        Question.about(new Document("waiting.line", lineId))
            .sortedBy(MongoIndex.order("waiting.line", "waiting.since", "waiting.id"))
            .showing(NO_EVENTS)
            .upTo(limit));
  }

  /** Answered from the index alone. */
  private Optional<DocumentReader> head(Document filter, String field) {
    return messages
        .findOne(
            Question.about(filter)
                .sortedBy(IN_LANE_ORDER)
                .showing(new Document("_id", 0).append(field, 1)))
        .map(found -> new DocumentReader(found).part("waiting"));
  }

  private static Document lane(Object condition) {
    return new Document("waiting.lane", condition);
  }
}
