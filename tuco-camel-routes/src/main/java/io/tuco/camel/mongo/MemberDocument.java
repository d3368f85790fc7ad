package io.tuco.camel.mongo;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.workspace.Member;
import org.bson.Document;

/** A member as it lies in {@code members}. */
final class MemberDocument {

  private MemberDocument() {}

  static Document of(Member member) {
    return new DocumentWriter()
        .put("_id", member.id())
        .put("workspaceId", member.workspaceId())
        .put("email", member.email())
        .put("name", member.name())
        .put("owner", member.owner())
        .put("createdAt", member.createdAt())
        .document();
  }

  static Member read(Document document) {
    var reader = new DocumentReader(document);
    return new Member(
        reader.text("_id"),
        reader.text("workspaceId"),
        new EmailAddress(reader.text("email")),
        reader.optionalText("name"),
        reader.flag("owner"),
        reader.instant("createdAt"));
  }
}
