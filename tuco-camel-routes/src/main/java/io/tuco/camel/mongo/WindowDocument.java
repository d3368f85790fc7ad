package io.tuco.camel.mongo;

import io.tuco.core.message.WindowSettings;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;

/** The sending hours of a message: local times and a zone, as they were asked for. */
final class WindowDocument {

  private WindowDocument() {}

  static Document of(WindowSettings window) {
    return new DocumentWriter()
        .put("zone", window.zone())
        .put("start", window.start())
        .put("end", window.end())
        .put("days", new TreeSet<>(window.days()), DayOfWeek::name)
        .document();
  }

  static WindowSettings read(DocumentReader reader) {
    return new WindowSettings(
        reader.optionalText("zone").map(ZoneId::of),
        reader.optionalText("start").map(LocalTime::parse),
        reader.optionalText("end").map(LocalTime::parse),
        reader.texts("days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()));
  }
}
