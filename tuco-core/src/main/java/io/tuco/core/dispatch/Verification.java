package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import java.util.Optional;

/** What the device says of a send whose outcome is unknown (relay contract, section 5). */
public sealed interface Verification {

  /**
   * The device has a row of it.
   *
   * @param errorCode 0 when it went out
   * @param address whom the row is addressed to, when it says so
   */
  record Found(String reference, int errorCode, Optional<Address> address)
      implements Verification {}

  /** The device answered, and has no such row. */
  record Absent() implements Verification {}

  /** The device did not answer. */
  record Silent() implements Verification {}
}
