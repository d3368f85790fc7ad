package io.tuco.camel.mongo;

import io.tuco.core.store.InboxStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.StrayMessage;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** {@code inboxes} and {@code strays}: one command each, a page two. */
final class MongoInboxStore implements InboxStore {

  private static final String HEARD_UP_TO = "heardUpTo";

  private final MongoCollectionCalls inboxes;
  private final MongoCollectionCalls strays;

  MongoInboxStore(MongoCollectionCalls inboxes, MongoCollectionCalls strays) {
    this.inboxes = inboxes;
    this.strays = strays;
  }

  @Override
  public Optional<Instant> heardUpTo(String deviceId) {
    return inboxes.findById(deviceId).map(inbox -> new DocumentReader(inbox).instant(HEARD_UP_TO));
  }

  @Override
  public void hearUpTo(String deviceId, Instant instant) {
    inboxes.updateOrInsert(
        new Document("_id", deviceId),
        new Document("$max", new Document(HEARD_UP_TO, Date.from(instant))));
  }

  @Override
  public boolean keep(StrayMessage stray) {
    return strays.insertIfAbsent(
        new DocumentWriter()
            .put("_id", stray.id())
            .put("deviceId", stray.deviceId())
            .put("guid", stray.guid())
            .put("sender", stray.sender())
            .put("text", stray.text())
            .put("writtenAt", stray.writtenAt())
            .document());
  }

  @Override
  public Page<StrayMessage> strays(PageRequest request) {
    var newest = Question.about(new Document()).sortedBy(MongoIndex.order("-writtenAt", "-_id"));
    return strays.page(newest, request, MongoInboxStore::read);
  }

  private static StrayMessage read(Document document) {
    var reader = new DocumentReader(document);
    return new StrayMessage(
        reader.text("deviceId"),
        reader.text("guid"),
        reader.text("sender"),
        reader.text("text"),
        reader.instant("writtenAt"));
  }
}
