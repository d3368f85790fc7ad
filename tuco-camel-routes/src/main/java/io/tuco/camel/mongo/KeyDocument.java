package io.tuco.camel.mongo;

import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** What is remembered of a key, as it lies in {@code idempotency}. */
final class KeyDocument {

  static final String REVISION = "revision";
  static final String CREATED_AT = "createdAt";
  static final List<String> OPTIONAL = List.of("heldUntil", "answer");

  private KeyDocument() {}

  static String id(IdempotencyKey key) {
    return key.workspaceId() + ":" + key.path() + ":" + key.value();
  }

  static Document of(KeyRecord record) {
    return new DocumentWriter()
        .put("_id", id(record.key()))
        .put("workspaceId", record.key().workspaceId())
        .put("path", record.key().path())
        .put("key", record.key().value())
        .put("fingerprint", record.fingerprint())
        .put("messageIds", record.messageIds(), Function.<String>identity())
        .put("heldUntil", record.heldUntil())
        .put("answer", record.answer().map(KeyDocument::answer))
        .put(REVISION, record.revision())
        .put(CREATED_AT, record.createdAt())
        .document();
  }

  static KeyRecord read(Document document) {
    var reader = new DocumentReader(document);
    return new KeyRecord(
        new IdempotencyKey(reader.text("workspaceId"), reader.text("path"), reader.text("key")),
        reader.text("fingerprint"),
        reader.texts("messageIds"),
        reader.optionalInstant("heldUntil"),
        reader
            .optionalPart("answer")
            .map(answer -> new KeptAnswer(answer.number("status"), answer.text("body"))),
        reader.number(REVISION),
        reader.instant(CREATED_AT));
  }

  private static Document answer(KeptAnswer answer) {
    return new DocumentWriter()
        .put("status", answer.status())
        .put("body", answer.body())
        .document();
  }
}
