package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import org.bson.Document;

/** Somebody nobody may write to, as it lies in {@code do_not_contact}. */
final class DoNotContactDocument {

  private DoNotContactDocument() {}

  static String id(String workspaceId, Address address) {
    return workspaceId + ":" + address.value();
  }

  static Document of(DoNotContact entry) {
    return new DocumentWriter()
        .put("_id", id(entry.workspaceId(), entry.address()))
        .put("id", entry.id())
        .put("workspaceId", entry.workspaceId())
        .put("address", entry.address())
        .put("reason", entry.reason())
        .put("source", entry.source().wire())
        .put("createdAt", entry.createdAt())
        .document();
  }

  static DoNotContact read(Document document) {
    var reader = new DocumentReader(document);
    return new DoNotContact(
        reader.text("id"),
        reader.text("workspaceId"),
        reader.address("address"),
        reader.optionalText("reason"),
        reader.constant("source", DoNotContact.Source.values(), DoNotContact.Source::wire),
        reader.instant("createdAt"));
  }
}
