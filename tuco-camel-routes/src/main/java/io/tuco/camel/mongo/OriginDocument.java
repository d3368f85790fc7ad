package io.tuco.camel.mongo;

import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Origin;
import java.util.Arrays;
import org.bson.Document;

/** Where a message comes from. */
final class OriginDocument {

  private OriginDocument() {}

  static Document of(Origin origin) {
    return new DocumentWriter()
        .put("leadId", origin.leadId())
        .put("lineId", origin.lineId())
        .put("linePinned", origin.linePinned())
        .put("createdByUserId", origin.createdByUserId())
        .put("batchId", origin.batchId())
        .put("correlationId", origin.correlationId())
        .put("crm", crm(origin.crm()))
        .put("fallbackSmsOnFailed", origin.fallbackSmsOnFailed())
        .put("fallbackOf", origin.fallbackOf())
        .put("answer", origin.answer().map(AutomaticAnswer::wire))
        .document();
  }

  static Origin read(DocumentReader reader) {
    return new Origin(
        reader.optionalText("leadId"),
        reader.optionalText("lineId"),
        reader.flag("linePinned"),
        reader.optionalText("createdByUserId"),
        reader.optionalText("batchId"),
        reader.text("correlationId"),
        crm(reader.part("crm")),
        reader.flag("fallbackSmsOnFailed"),
        reader.optionalText("fallbackOf"),
        reader.optionalText("answer").map(OriginDocument::answer));
  }

  private static AutomaticAnswer answer(String wire) {
    return Arrays.stream(AutomaticAnswer.values())
        .filter(answer -> answer.wire().equals(wire))
        .findFirst()
        .orElseThrow();
  }

  private static Document crm(CrmIds crm) {
    return new DocumentWriter()
        .put("ghlContactId", crm.ghlContactId())
        .put("ghlLocationId", crm.ghlLocationId())
        .put("hsContactId", crm.hsContactId())
        .put("hsPortalId", crm.hsPortalId())
        .document();
  }

  private static CrmIds crm(DocumentReader reader) {
    return new CrmIds(
        reader.optionalText("ghlContactId"),
        reader.optionalText("ghlLocationId"),
        reader.optionalText("hsContactId"),
        reader.optionalText("hsPortalId"));
  }
}
