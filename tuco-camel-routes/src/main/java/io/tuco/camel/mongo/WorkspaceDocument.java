package io.tuco.camel.mongo;

import io.tuco.core.workspace.AnswerTexts;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.DoubleSendGuard;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.SendDefaults;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;

/** A workspace as it lies in {@code workspaces}. */
final class WorkspaceDocument {

  static final List<String> OPTIONAL = List.of("readOnlyReason", "resendUnknownAfter");

  private WorkspaceDocument() {}

  static Document of(Workspace workspace) {
    return new DocumentWriter()
        .put("_id", workspace.id())
        .put("name", workspace.name())
        .put("zone", workspace.zone())
        .put("defaultRegion", workspace.defaultRegion())
        .put("readOnlyReason", workspace.readOnlyReason())
        .put("rateLimits", limits(workspace.rateLimits()))
        .put("smsFallback", SmsFallbackDocument.of(workspace.smsFallback()))
        .put("resendUnknownAfter", workspace.unknownPolicy().resendAfter())
        .put("capDays", capDays(workspace.capDays()))
        .put("doubleSendGuard", guard(workspace.doubleSendGuard()))
        .put("answerTexts", texts(workspace.answerTexts()))
        .put("sendDefaults", defaults(workspace.sendDefaults()))
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
        SmsFallbackDocument.read(reader.part("smsFallback")),
        new UnknownPolicy(reader.optionalText("resendUnknownAfter").map(Duration::parse)),
        capDays(reader.part("capDays")),
        reader
            .optionalPart("doubleSendGuard")
            .map(WorkspaceDocument::guard)
            .orElseGet(DoubleSendGuard::standard),
        reader
            .optionalPart("answerTexts")
            .map(WorkspaceDocument::texts)
            .orElseGet(AnswerTexts::standard),
        reader
            .optionalPart("sendDefaults")
            .map(WorkspaceDocument::defaults)
            .orElseGet(SendDefaults::standard),
        reader.instant("createdAt"),
        reader.instant("updatedAt"));
  }

  private static Document texts(AnswerTexts texts) {
    return new DocumentWriter()
        .put("confirmation", texts.confirmation())
        .put("help", texts.help())
        .put("start", texts.start())
        .document();
  }

  private static AnswerTexts texts(DocumentReader reader) {
    return new AnswerTexts(reader.text("confirmation"), reader.text("help"), reader.text("start"));
  }

  private static Document guard(DoubleSendGuard guard) {
    return new DocumentWriter()
        .put("enabled", guard.enabled())
        .put("window", guard.window())
        .put("onV1", guard.onV1())
        .document();
  }

  private static DoubleSendGuard guard(DocumentReader reader) {
    return new DoubleSendGuard(
        reader.flag("enabled"),
        Duration.parse(reader.text("window")),
        reader.optionalFlag("onV1").orElse(false));
  }

  private static Document defaults(SendDefaults defaults) {
    return new DocumentWriter()
        .put("patience", defaults.patience())
        .put("stopOnReply", defaults.stopOnReply())
        .put("contactFirst", defaults.contactFirst())
        .document();
  }

  private static SendDefaults defaults(DocumentReader reader) {
    return new SendDefaults(
        Duration.parse(reader.text("patience")),
        reader.flag("stopOnReply"),
        reader.flag("contactFirst"));
  }

  private static Document capDays(CapDays days) {
    return new DocumentWriter()
        .put("zone", days.zone())
        .put("nextZone", days.next().map(CapDays.Turn::zone))
        .put("nextFrom", days.next().map(CapDays.Turn::from))
        .document();
  }

  private static CapDays capDays(DocumentReader reader) {
    var from = reader.optionalInstant("nextFrom");
    return new CapDays(
        ZoneId.of(reader.text("zone")),
        reader
            .optionalText("nextZone")
            .map(zone -> new CapDays.Turn(ZoneId.of(zone), from.orElseThrow())));
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
