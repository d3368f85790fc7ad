package io.tuco.camel.mongo;

import io.tuco.core.intake.SendMark;
import io.tuco.core.store.Asked;
import io.tuco.core.store.SendMarkStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * {@code send_marks}: one document per workspace, phone and text, which are its {@code _id}. One
 * command each.
 */
final class MongoSendMarkStore implements SendMarkStore {

  private final MongoCollectionCalls marks;

  MongoSendMarkStore(MongoCollectionCalls marks) {
    this.marks = marks;
  }

  @Override
  public boolean insert(SendMark mark) {
    return askInsert(mark).answer();
  }

  @Override
  public Asked<Boolean> askInsert(SendMark mark) {
    return marks.askInsertIfAbsent(SendMarkDocument.of(mark));
  }

  @Override
  public Optional<SendMark> find(SendMark alike) {
    return marks.findOne(Question.about(alike(alike))).map(SendMarkDocument::read);
  }

  @Override
  public boolean replace(SendMark before, SendMark after) {
    return marks.update(still(before), Replacement.by(SendMarkDocument.of(after), List.of()));
  }

  @Override
  public void remove(SendMark mark) {
    marks.remove(still(mark));
  }

  @Override
  public void forgetBefore(Instant instant) {
    marks.remove(new Document(SendMarkDocument.AT, new Document("$lt", Date.from(instant))));
  }

  private static Document alike(SendMark mark) {
    return new Document("workspaceId", mark.workspaceId()).append("_id", SendMarkDocument.id(mark));
  }

  private static Document still(SendMark mark) {
    return alike(mark).append(SendMarkDocument.MESSAGE_ID, mark.messageId());
  }
}
