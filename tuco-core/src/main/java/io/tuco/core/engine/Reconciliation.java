package io.tuco.core.engine;

import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.Verification;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import io.tuco.core.message.Send;
import io.tuco.core.store.MessageStore;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds a send of unknown outcome among the device's rows: exact text or file, one of its
 * addresses, and not another message's row. One send in flight per device leaves one candidate, so
 * the first free row is ours (relay contract, section 5).
 */
public final class Reconciliation {

  private final MessageStore messages;

  public Reconciliation(MessageStore messages) {
    this.messages = messages;
  }

  public Verification judge(Message message, DeviceRows device) {
    return message
        .progress()
        .send()
        .flatMap(send -> ours(send, device))
        .<Verification>map(
            row -> new Verification.Found(row.reference(), row.errorCode(), row.address()))
        .orElseGet(() -> device.answered() ? new Verification.Absent() : new Verification.Silent());
  }

  private Optional<DeviceRow> ours(Send send, DeviceRows device) {
    var alike =
        device.rows().stream()
            .filter(row -> isAlike(row, send))
            .filter(row -> row.address().map(send.addresses()::contains).orElse(true))
            .collect(Collectors.toList());
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    var bound =
        messages.knownExternalIds(
            alike.stream().map(DeviceRow::reference).collect(Collectors.toSet()));
    return alike.stream().filter(row -> !bound.contains(row.reference())).findFirst();
  }

  /**
   * What is looked for is the part that has no answer: a file by name and size, a text by itself.
   */
  private static boolean isAlike(DeviceRow row, Send send) {
    return send.missing()
        .flatMap(Part::file)
        .map(file -> row.files().stream().anyMatch(there -> isAlike(there, file)))
        .orElseGet(() -> row.text().equals(send.text()));
  }

  private static boolean isAlike(DeviceRow.File there, Part.PartFile file) {
    return there.name().equals(file.name())
        && there.bytes().map(bytes -> bytes == file.bytes()).orElse(true);
  }
}
