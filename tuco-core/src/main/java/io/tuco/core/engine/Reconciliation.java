package io.tuco.core.engine;

import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.Verification;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Send;
import io.tuco.core.store.MessageStore;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the part of a send that is of unknown outcome among the device's rows: exact text, or name
 * and size of the file; one of its addresses; and not another send's row. One send in flight per
 * device leaves one candidate, so the first free row that left is ours; else the latest that
 * failed, since what failed earlier leaves its row behind, bound to nobody (relay contract, section
 * 5).
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
            .filter(row -> isOf(send, row))
            .filter(row -> row.address().map(send.addresses()::contains).orElse(true))
            .collect(Collectors.toList());
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    var bound =
        messages.knownExternalIds(
            alike.stream().map(DeviceRow::reference).collect(Collectors.toSet()));
    var free = alike.stream().filter(row -> !bound.contains(row.reference())).toList();
    return free.stream()
        .filter(row -> row.errorCode() == 0)
        .findFirst()
        .or(() -> free.stream().reduce((earlier, later) -> later));
  }

  private static boolean isOf(Send send, DeviceRow row) {
    return send.missing()
        .filter(
            part ->
                part.file()
                    .map(file -> row.files().stream().anyMatch(listed -> isSame(file, listed)))
                    .orElseGet(() -> row.text().equals(send.text())))
        .isPresent();
  }

  private static boolean isSame(PartFile sent, DeviceRow.File listed) {
    return listed.name().equals(sent.name())
        && listed.bytes().filter(size -> size != sent.bytes()).isEmpty();
  }
}
