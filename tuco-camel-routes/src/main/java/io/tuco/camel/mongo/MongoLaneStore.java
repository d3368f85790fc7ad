package io.tuco.camel.mongo;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.LaneStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code lanes}: one document per lane, one command per step. The epoch is the fence: every change
 * counts it up, so a compare-and-set on the epoch that was seen fails for all who saw an older one.
 */
final class MongoLaneStore implements LaneStore {

  private final MongoCollectionCalls lanes;

  MongoLaneStore(MongoCollectionCalls lanes) {
    this.lanes = lanes;
  }

  @Override
  public Optional<Lane> find(String laneId) {
    return lanes.findById(laneId).map(LaneDocument::read);
  }

  @Override
  public List<Lane> findAll(Collection<String> laneIds) {
    return lanes.findByIds(laneIds).stream().map(LaneDocument::read).toList();
  }

  @Override
  public boolean replace(Lane seen, Lane next) {
    var after = LaneDocument.of(next);
    return seen.epoch() == 0
        ? lanes.insertIfAbsent(after)
        : lanes.update(
            new Document("_id", seen.id()).append("epoch", seen.epoch()),
            Replacement.by(after, LaneDocument.OPTIONAL));
  }

  @Override
  public List<Lane> inFlight() {
    return lanes
        .findAll(Question.about(new Document(LaneDocument.OWNERS, new Document("$gt", ""))))
        .stream()
        .map(LaneDocument::read)
        .collect(Collectors.toList());
  }

  @Override
  public long count() {
    return lanes.count(new Document());
  }
}
