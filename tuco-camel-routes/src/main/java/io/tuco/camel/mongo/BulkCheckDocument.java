package io.tuco.camel.mongo;

import io.tuco.core.lead.BulkCheck;
import io.tuco.core.store.BulkCheckStore.Place;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;

/** A bulk check as it lies in {@code bulk_checks}. */
final class BulkCheckDocument {

  static final String LEAD_IDS = "leadIds";

  private BulkCheckDocument() {}

  static Document of(BulkCheck check) {
    var document =
        new DocumentWriter()
            .put("_id", check.id())
            .put("workspaceId", check.workspaceId())
            .put("lineIds", check.lineIds(), Function.<String>identity())
            .put(LEAD_IDS, check.leadIds(), Function.<String>identity())
            .put("createdAt", check.createdAt())
            .document();
    document.putAll(progress(check));
    return document;
  }

  /** What of it changes. */
  static Document progress(BulkCheck check) {
    return new DocumentWriter()
        .put("done", check.done())
        .put("owner", check.owner())
        .put("revision", check.revision())
        .document();
  }

  static BulkCheck read(Document document) {
    var reader = new DocumentReader(document);
    return new BulkCheck(
        reader.text("_id"),
        reader.text("workspaceId"),
        Set.copyOf(reader.texts("lineIds")),
        reader.texts(LEAD_IDS),
        reader.number("done"),
        reader.optionalText("owner"),
        reader.bigNumber("revision"),
        reader.instant("createdAt"));
  }

  static Place place(Document document) {
    var reader = new DocumentReader(document);
    return new Place(reader.text("workspaceId"), reader.text("_id"), reader.optionalText("owner"));
  }
}
