package io.tuco.core.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a delivery stands (webhook contract, section 6). */
public enum DeliveryStatus {
  PENDING,
  RETRYING,
  DELIVERED,
  EXHAUSTED,
  CANCELLED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isOpen() {
    return this == PENDING || this == RETRYING;
  }

  public static Optional<DeliveryStatus> parse(String wire) {
    return Arrays.stream(values()).filter(status -> status.wire().equals(wire)).findFirst();
  }
}
