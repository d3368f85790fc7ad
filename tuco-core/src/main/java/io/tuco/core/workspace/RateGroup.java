package io.tuco.core.workspace;

import java.util.Locale;

/** Calls that share one allowance of their workspace (API contract, section 1.3). */
public enum RateGroup {
  SEND,
  AVAILABILITY,
  REPLIES,
  /** Whatever the contract does not name, counted together. */
  OTHER;

  private final String wire = name().toLowerCase(Locale.ROOT);

  public String wire() {
    return wire;
  }
}
