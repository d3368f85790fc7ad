package io.tuco.camel.mongo;

import io.tuco.core.line.DeviceLookUps;
import io.tuco.core.store.LookUpStore;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** {@code look_ups}: one document per device, one command each way. The revision is the fence. */
final class MongoLookUpStore implements LookUpStore {

  private final MongoCollectionCalls lookUps;

  MongoLookUpStore(MongoCollectionCalls lookUps) {
    this.lookUps = lookUps;
  }

  @Override
  public List<DeviceLookUps> find(Collection<String> deviceIds) {
    var ids = new Document("$in", deviceIds.stream().distinct().toList());
    return lookUps.findAll(Question.about(new Document("_id", ids))).stream()
        .map(LookUpDocument::read)
        .collect(Collectors.toList());
  }

  @Override
  public boolean replace(DeviceLookUps seen, DeviceLookUps next) {
    var after = LookUpDocument.of(next);
    return seen.revision() == 0
        ? lookUps.insertIfAbsent(after)
        : lookUps.update(
            new Document("_id", seen.deviceId()).append("revision", seen.revision()),
            Replacement.by(after, List.of()));
  }
}
