package io.tuco.camel.mongo;

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

  private static final Document NO_EVENTS = new Document(OutboxDocument.EVENTS, 0);
  private static final Document IN_LANE_ORDER =
      MongoIndex.order("waiting.lane", "waiting.due", "waiting.id");

  private final MongoCollectionCalls messages;

  WaitingQueries(MongoCollectionCalls messages) {
    this.messages = messages;
  }

  List<Document> due(String laneId, Instant now, int limit) {
    var due = new Document("$lte", Date.from(now));
    return messages.findAll(
        Question.about(lane(laneId).append("waiting.due", due))
            .sortedBy(IN_LANE_ORDER)
            .showing(NO_EVENTS)
            .upTo(limit));
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
