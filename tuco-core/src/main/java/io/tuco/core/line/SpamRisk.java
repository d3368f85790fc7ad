package io.tuco.core.line;

import java.util.Locale;

/** How likely a line is being treated as a sender of spam, by how much of it fails lately. */
public enum SpamRisk {
  LOW,
  MEDIUM,
  HIGH;

  private static final int MEDIUM_FROM = 5;
  private static final int HIGH_ABOVE = 15;

  /** Below 5 % low, above 15 % high (API contract, section 7); nothing sent is no risk. */
  public static SpamRisk of(long failed, long total) {
    if (failed * 100 < MEDIUM_FROM * total || total == 0) {
      return LOW;
    }
    return failed * 100 > HIGH_ABOVE * total ? HIGH : MEDIUM;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
