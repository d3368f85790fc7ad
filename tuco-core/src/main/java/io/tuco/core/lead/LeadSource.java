package io.tuco.core.lead;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  public static Optional<LeadSource> parse(String wire) {
    return Arrays.stream(values()).filter(source -> source.wire().equals(wire)).findFirst();
  }
}
