package io.tuco.core.simulation;

import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.message.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line of a provider's own table of messages. */
final class SimRow {

  private final Call call;
  private final String reference;
  private final Instant date;
  private int error;

  SimRow(Call call, String reference, Instant date, int error) {
    this.call = call;
    this.reference = reference;
    this.date = date;
    this.error = error;
  }

  Call call() {
    return call;
  }

  String reference() {
    return reference;
  }

  void becomes(int code) {
    error = code;
  }

  boolean isSince(Instant earliest) {
    return !date.isBefore(earliest);
  }

  DeviceRow shown() {
    return new DeviceRow(
        reference,
        call.text(),
        call.part().file().map(SimRow::file).stream().toList(),
        Optional.of(call.address()),
        error);
  }

  private static DeviceRow.File file(Part.PartFile file) {
    return new DeviceRow.File(file.name(), Optional.of(file.bytes()));
  }

  static List<DeviceRow> shown(List<SimRow> rows, Instant earliest) {
    return rows.stream().filter(row -> row.isSince(earliest)).map(SimRow::shown).toList();
  }
}
