package io.tuco.core.event;

import java.util.Locale;

/** Why an endpoint was disabled without being asked (webhook contract, section 5). */
public enum DisableCause {
  /** It answered 410. */
  GONE,
  /** It has failed for too long. */
  FAILING;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
