package io.tuco.core.crm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a connection can be used (operator contract, section 2). */
public enum ConnectionStatus {
  OK,
  /** The CRM refuses the credentials: somebody must connect anew. */
  UNAUTHORIZED,
  /** The CRM has not answered properly for a while; tried again by itself. */
  FAILING;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ConnectionStatus> parse(String wire) {
    return Arrays.stream(values()).filter(status -> status.wire().equals(wire)).findFirst();
  }
}
