package io.tuco.core.lead;

import java.util.Locale;

/** What the last look-up of a lead's address found (API contract, section 6). */
public enum LeadAvailability {
  AVAILABLE,
  UNAVAILABLE,
  /** The look-up could not be made, or the device gave no answer. */
  ERROR;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
