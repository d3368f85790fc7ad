package io.tuco.camel.mongo;

import io.tuco.core.lead.LeadList;
import org.bson.Document;

/** A list of leads as it lies in {@code lead_lists}. */
final class LeadListDocument {

  private LeadListDocument() {}

  static Document of(LeadList list) {
    return new DocumentWriter()
        .put("_id", list.id())
        .put("workspaceId", list.workspaceId())
        .put("name", list.name())
        .put("description", list.description())
        .put("createdAt", list.createdAt())
        .put("updatedAt", list.updatedAt())
        .document();
  }

  static LeadList read(Document document) {
    var reader = new DocumentReader(document);
    return new LeadList(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("name"),
        reader.text("description"),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }
}
