package io.tuco.camel.mongo;

import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Workspace;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;

/** A workspace as it lies in {@code workspaces}. */
final class WorkspaceDocument {

  static final List<String> OPTIONAL = List.of("readOnlyReason");

  private WorkspaceDocument() {}

  static Document of(Workspace workspace) {
    return new DocumentWriter()
        .put("_id", workspace.id())
        .put("name", workspace.name())
        .put("zone", workspace.zone())
        .put("defaultRegion", workspace.defaultRegion())
        .put("readOnlyReason", workspace.readOnlyReason())
        .put("rateLimits", limits(workspace.rateLimits()))
        .put("createdAt", workspace.createdAt())
        .put("updatedAt", workspace.updatedAt())
        .document();
  }

  static Workspace read(Document document) {
    var reader = new DocumentReader(document);
    return new Workspace(
        reader.text("_id"),
        reader.text("name"),
        ZoneId.of(reader.text("zone")),
        reader.text("defaultRegion"),
        reader.optionalText("readOnlyReason"),
        limits(reader.part("rateLimits")),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }

  private static Document limits(RateLimits limits) {
    return new DocumentWriter()
        .put("send", limits.send())
        .put("availability", limits.availability())
        .put("replies", limits.replies())
        .put("other", limits.other())
        .document();
  }

  private static RateLimits limits(DocumentReader reader) {
    return new RateLimits(
        reader.optionalNumber("send"),
        reader.optionalNumber("availability"),
        reader.optionalNumber("replies"),
        reader.optionalNumber("other"));
  }
}
