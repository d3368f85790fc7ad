package io.tuco.core.line;

import io.tuco.core.account.MailAccount;
import io.tuco.core.account.SmsAccount;

/** What a line's messages leave through; settled for the line's life. */
public sealed interface Carrier {

  /** A Mac that it shares with the device's other lines. */
  record OnDevice(String deviceId) implements Carrier {}

  /**
   * A number or service of its own at Twilio.
   *
   * @param health what the last answers and probes said of the account
   */
  record BySms(SmsAccount account, SenderHealth health) implements Carrier {}

  /**
   * A mailbox of its own.
   *
   * @param health what the last answers and probes said of the mail server
   */
  record ByMail(MailAccount account, SenderHealth health) implements Carrier {}
}
