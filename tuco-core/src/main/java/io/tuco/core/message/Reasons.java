package io.tuco.core.message;

import java.util.List;

/** Why a message waits or ended, word for word as the API contract gives it (section 2.3). */
public final class Reasons {

  public static final String SCHEDULED = "Scheduled; waiting for its date.";
  public static final String OUTSIDE_WINDOW = "Outside send window; waiting for next send window.";
  public static final String DAILY_LIMIT = "Daily limit reached; scheduled for next send window.";
  public static final String HOURLY_LIMIT =
      "Hourly first-touch limit reached; waiting for next hour.";
  public static final String MAILBOX_LIMIT = "Hourly limit of the mailbox; waiting for next hour.";
  public static final String CONTACT_GAP = "Contact gap; waiting for the line.";
  public static final String DO_NOT_CONTACT = "Recipient is on the do-not-contact list.";
  public static final String OPTED_OUT = "Recipient opted out.";
  public static final String EXPIRED = "Expired before it could be sent.";
  public static final String QUEUED = "In the queue; waiting for its turn.";
  public static final String DEVICE_GAP = "Device gap; waiting for the device.";
  public static final String NO_HEALTHY_LINE = "No healthy line; waiting for a line.";
  public static final String RETRY_SCHEDULED = "Temporary error; retry scheduled.";
  public static final String OUTCOME_UNKNOWN = "Outcome unknown; waiting for confirmation.";
  public static final String CANCELLED = "Cancelled by request.";
  public static final String REPLIED = "Recipient replied.";
  public static final String LINE_GONE = "Line became inactive after previous messages were sent";

  private Reasons() {}

  public static String noIMessageOn(List<String> addresses) {
    return "Prospect's iMessage not available on " + String.join(", ", addresses);
  }
}
