package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import java.util.List;
import java.util.Optional;

/**
 * A message of ours as the device or provider has it.
 *
 * @param text exactly as stored there; empty for an attachment
 * @param files the attachments of the row
 * @param errorCode 0 when it went out
 */
public record DeviceRow(
    String reference, String text, List<File> files, Optional<Address> address, int errorCode) {

  public DeviceRow {
    files = List.copyOf(files);
  }

  /** A row without attachments. */
  public static DeviceRow text(
      String reference, String text, Optional<Address> address, int errorCode) {
    return new DeviceRow(reference, text, List.of(), address, errorCode);
  }

  /** An attachment as the device lists it; the size where it tells one. */
  public record File(String name, Optional<Long> bytes) {}
}
