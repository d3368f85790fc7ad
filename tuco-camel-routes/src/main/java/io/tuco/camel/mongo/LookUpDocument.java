package io.tuco.camel.mongo;

import io.tuco.core.line.DeviceLookUps;
import io.tuco.core.line.DeviceLookUps.DayCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** The look-ups of a device as they lie in {@code look_ups}. */
final class LookUpDocument {

  private LookUpDocument() {}

  static Document of(DeviceLookUps lookUps) {
    return new DocumentWriter()
        .put("_id", lookUps.deviceId())
        .put("revision", lookUps.revision())
        .put("freeAt", lookUps.freeAt())
        .put("used", List.copyOf(lookUps.used().entrySet()), LookUpDocument::of)
        .document();
  }

  static DeviceLookUps read(Document document) {
    var reader = new DocumentReader(document);
    return new DeviceLookUps(
        reader.text("_id"),
        reader.bigNumber("revision"),
        reader.instant("freeAt"),
        reader.parts("used").stream()
            .collect(Collectors.toMap(used -> used.text("lineId"), LookUpDocument::count)));
  }

  private static Document of(Map.Entry<String, DayCount> used) {
    return new DocumentWriter()
        .put("lineId", used.getKey())
        .put("day", used.getValue().day().toString())
        .put("count", used.getValue().count())
        .document();
  }

  private static DayCount count(DocumentReader reader) {
    return new DayCount(LocalDate.parse(reader.text("day")), reader.number("count"));
  }
}
