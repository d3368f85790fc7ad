package io.tuco.camel.mongo;

import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.LaneStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code lanes}: one document per lane, one command per step. The epoch is the fence: every claim
 * and every take-over counts it up, so a compare-and-set on the epoch that was seen fails for all
 * who saw an older one.
 */
final class MongoLaneStore implements LaneStore {

  private static final String IN_FLIGHT = "inFlight";

  private final MongoCollectionCalls lanes;

  MongoLaneStore(MongoCollectionCalls lanes) {
    this.lanes = lanes;
  }

  @Override
  public Optional<Lane> find(String laneId) {
    return lanes.findById(laneId).map(LaneDocument::read);
  }

  /**
   * One upsert: a lane never seen matches nothing and is made; one that is taken or rests matches
   * nothing either, cannot be made twice, and so answers empty.
   */
  @Override
  public Optional<Lane> claim(String laneId, Intent intent, Instant now) {
    var free =
        new Document("_id", laneId)
            .append(IN_FLIGHT, new Document("$exists", false))
            .append("freeAt", new Document("$lte", Date.from(now)));
    var taken =
        new Document("$inc", new Document("epoch", 1L))
            .append("$set", new Document(IN_FLIGHT, LaneDocument.of(intent)))
            .append("$setOnInsert", new Document("freeAt", Date.from(now)));
    return lanes.findOneAndUpsert(free, taken).map(LaneDocument::read);
  }

  @Override
  public Optional<Lane> takeOver(Lane seen, String newOwner, Instant now) {
    var taken =
        new Document("$inc", new Document("epoch", 1L))
            .append(
                "$set",
                new Document(IN_FLIGHT + ".owner", newOwner)
                    .append(IN_FLIGHT + ".startedAt", Date.from(now)));
    return lanes.findOneAndUpdate(Question.about(unmoved(seen)), taken).map(LaneDocument::read);
  }

  @Override
  public boolean release(Lane seen, Instant freeAt) {
    return lanes.update(
        unmoved(seen),
        new Document("$set", new Document("freeAt", Date.from(freeAt)))
            .append("$unset", new Document(IN_FLIGHT, true)));
  }

  @Override
  public List<Lane> inFlight() {
    return lanes
        .findAll(Question.about(new Document(IN_FLIGHT + ".owner", new Document("$gt", ""))))
        .stream()
        .map(LaneDocument::read)
        .collect(Collectors.toList());
  }

  @Override
  public long count() {
    return lanes.count(new Document());
  }

  private static Document unmoved(Lane seen) {
    return new Document("_id", seen.id())
        .append("epoch", seen.epoch())
        .append(IN_FLIGHT, new Document("$exists", true));
  }
}
