package io.tuco.core.message;

import java.util.Locale;

/**
 * What the product itself answers to a person's text (settled answer 23). Only the engine makes
 * such messages; they obey the device's pace and health, and no cap or window.
 */
public enum AutomaticAnswer {
  /** Confirms an opt-out: the only text that follows one. */
  UNSUBSCRIBED(true),
  /** Says who we are and how this ends, after an opt-out too. */
  HELP(true),
  /** Confirms that the person hears from us again. */
  SUBSCRIBED(false);

  private final boolean afterOptOut;
  private final String wire = name().toLowerCase(Locale.ROOT);

  AutomaticAnswer(boolean afterOptOut) {
    this.afterOptOut = afterOptOut;
  }

  /** Whether it may go to somebody who has opted out; never to one whom the workspace barred. */
  public boolean isAllowedAfterOptOut() {
    return afterOptOut;
  }

  public String wire() {
    return wire;
  }
}
