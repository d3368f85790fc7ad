package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import java.util.Optional;

/**
 * A message of ours as the device has it.
 *
 * @param text exactly as stored there; empty for an attachment
 * @param errorCode 0 when it went out
 */
public record DeviceRow(String reference, String text, Optional<Address> address, int errorCode) {}
