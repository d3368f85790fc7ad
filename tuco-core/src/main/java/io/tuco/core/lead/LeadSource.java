package io.tuco.core.lead;

import java.util.Locale;

/** Where a lead came from (API contract, section 8). */
public enum LeadSource {
  CSV,
  API,
  HUBSPOT,
  GOHIGHLEVEL,
  GHL;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
