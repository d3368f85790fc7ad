package io.tuco.camel.mongo;

import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.Places;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/** A lane as it lies in {@code lanes}: its open intents and what its lines have used. */
final class LaneDocument {

  static final String OWNERS = "owners";
  static final List<String> OPTIONAL = List.of(OWNERS);

  private LaneDocument() {}

  static Document of(Lane lane) {
    var writer =
        new DocumentWriter()
            .put("_id", lane.id())
            .put("epoch", lane.epoch())
            .put("inFlight", lane.inFlight(), LaneDocument::of)
            .put("freeAt", lane.freeAt())
            .put("failures", lane.failures())
            .put("usage", List.copyOf(lane.usage().entrySet()), LaneDocument::of);
    // Only a lane with an open intent has owners, so that the sparse index holds few.
    return lane.inFlight().isEmpty()
        ? writer.document()
        : writer.put(OWNERS, lane.inFlight(), (Function<Intent, String>) Intent::owner).document();
  }

  static Lane read(Document document) {
    var reader = new DocumentReader(document);
    return new Lane(
        reader.text("_id"),
        reader.bigNumber("epoch"),
        reader.parts("inFlight").stream().map(LaneDocument::intent).toList(),
        reader.instant("freeAt"),
        reader.number("failures"),
        usages(reader.parts("usage")));
  }

  private static Document of(Intent intent) {
    return new DocumentWriter()
        .put("slot", intent.slot())
        .put("sendId", intent.sendId())
        .put("workspaceId", intent.workspaceId())
        .put("messageId", intent.messageId())
        .put("owner", intent.owner())
        .put("startedAt", intent.startedAt())
        .put("places", intent.places().map(LaneDocument::of))
        .document();
  }

  private static Intent intent(DocumentReader reader) {
    return new Intent(
        reader.number("slot"),
        reader.text("sendId"),
        reader.text("workspaceId"),
        reader.text("messageId"),
        reader.text("owner"),
        reader.instant("startedAt"),
        reader.optionalPart("places").map(LaneDocument::places));
  }

  private static Document of(Places places) {
    return new DocumentWriter()
        .put("lineId", places.lineId())
        .put("day", places.day().toString())
        .put("hour", places.hour())
        .put("firstTouch", places.firstTouch())
        .put("lookUps", places.lookUps())
        .document();
  }

  private static Places places(DocumentReader reader) {
    return new Places(
        reader.text("lineId"),
        LocalDate.parse(reader.text("day")),
        reader.text("hour"),
        reader.flag("firstTouch"),
        reader.number("lookUps"));
  }

  private static Document of(Map.Entry<String, LineUsage> entry) {
    var usage = entry.getValue();
    return new DocumentWriter()
        .put("lineId", entry.getKey())
        .put("day", usage.day().toString())
        .put("firsts", usage.firsts())
        .put("total", usage.total())
        .put("lookUps", usage.lookUps())
        .put("hour", usage.hour())
        .put("hourFirsts", usage.hourFirsts())
        .put("hourTotal", usage.hourTotal())
        .put("lastSendAt", usage.lastSendAt())
        .put("lastFirstTouchAt", usage.lastFirstTouchAt())
        .document();
  }

  private static Map<String, LineUsage> usages(List<DocumentReader> readers) {
    var usages = new HashMap<String, LineUsage>();
    readers.forEach(reader -> usages.put(reader.text("lineId"), usage(reader)));
    return usages;
  }

  private static LineUsage usage(DocumentReader reader) {
    return new LineUsage(
        LocalDate.parse(reader.text("day")),
        reader.number("firsts"),
        reader.number("total"),
        reader.number("lookUps"),
        reader.text("hour"),
        reader.number("hourFirsts"),
        reader.number("hourTotal"),
        reader.optionalInstant("lastSendAt"),
        reader.optionalInstant("lastFirstTouchAt"));
  }
}
