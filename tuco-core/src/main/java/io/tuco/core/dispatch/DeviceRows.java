package io.tuco.core.dispatch;

import java.util.ArrayList;
import java.util.List;

/**
 * What the device shows of our own messages since an attempt began.
 *
 * @param answered false when any of the questions got no trustworthy answer
 * @param rows the oldest first
 */
public record DeviceRows(boolean answered, List<DeviceRow> rows) {

  public DeviceRows {
    rows = List.copyOf(rows);
  }

  public static DeviceRows silence() {
    return new DeviceRows(false, List.of());
  }

  /** The answers to two questions, as one. */
  public DeviceRows and(DeviceRows other) {
    var all = new ArrayList<>(rows);
    all.addAll(other.rows);
    return new DeviceRows(answered && other.answered, all);
  }
}
