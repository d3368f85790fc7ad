package io.tuco.core.dispatch;

import java.util.Locale;

/** Which rule holds a message back, by its name on the API (API contract, section 13). */
public enum HeldBy {
  SCHEDULED_DATE,
  SEND_WINDOW,
  NO_HEALTHY_LINE,
  DAILY_TOTAL_LIMIT,
  DAILY_NEW_LIMIT,
  HOURLY_FIRST_TOUCH_LIMIT,
  DEVICE_GAP,
  CONTACT_GAP,
  QUEUE,
  RETRY_WAIT,
  OUTCOME_UNKNOWN;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
