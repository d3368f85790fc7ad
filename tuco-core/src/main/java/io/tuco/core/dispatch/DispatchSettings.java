package io.tuco.core.dispatch;

import io.tuco.core.message.Part;
import io.tuco.core.timing.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The times and numbers dispatch goes by.
 *
 * @param retries of device and SMS sends
 * @param mailRetries of e-mails
 * @param lives how long a send may live at its provider
 * @param maxAge after which a message that still waits fails; never when absent
 * @param senderSlots how many sends of one SMS sender or mailbox may be in flight at once
 * @param lookUpsPerDay how many availability look-ups dispatch may make for one line
 */
public record DispatchSettings(
    RetryPolicy retries,
    RetryPolicy mailRetries,
    Lives lives,
    Optional<Duration> maxAge,
    int senderSlots,
    int lookUpsPerDay) {

  /**
   * How long what was sent may live unseen.
   *
   * @param text on the device, before it surfaces or dies
   * @param file the same of an attachment
   * @param margin how long after that its absence on the device proves that it did not leave
   * @param sms three questions spread over this long that find no text prove that none left
   * @param mail how long an e-mail of unknown outcome waits for a bounce before its one repeat
   */
  public record Lives(Duration text, Duration file, Duration margin, Duration sms, Duration mail) {

    public static Lives documented() {
      return new Lives(
          Duration.ofSeconds(150),
          Duration.ofMinutes(20),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));
    }
  }

  /** From the last answer to the first byte; a process that slept longer must not send. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  /** Whether a person may be written to is read again after look-ups that took longer. */
  static final Duration QUICK = Duration.ofSeconds(1);

  /** Look-ups that may fail in a row: one and three retries (relay contract, section 4). */
  static final int CHECKS = 4;

  static final Duration CHECK_PAUSE = Duration.ofSeconds(5);

  /** A row that says "timed out" may still turn good for this long. */
  static final Duration TIMEOUT_ROW_LIFE = Duration.ofMinutes(10);

  /** Sends in a row that do not succeed take their sender out (relay contract, section 7). */
  public static final int FAILURES_UNTIL_DOWN = 7;

  private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
  static final Duration LAST_LOOK = Duration.ofSeconds(60);

  public static DispatchSettings documented() {
    return new DispatchSettings(
        RetryPolicy.documented(),
        RetryPolicy.documentedForMail(),
        Lives.documented(),
        Optional.empty(),
        4,
        300);
  }

  /** The policy of a channel. */
  RetryPolicy retriesOf(Sender.Kind kind) {
    return kind == Sender.Kind.MAIL ? mailRetries : retries;
  }

  /** How many sends of a lane may be in flight at once. */
  public int slotsOf(String laneId) {
    return laneId.startsWith("device:") ? 1 : senderSlots;
  }

  /** After this long, absence at the provider proves that nothing left. */
  public Duration settledAfter(Sender.Kind kind, Part part) {
    return switch (kind) {
      case DEVICE -> (part.isText() ? lives.text() : lives.file()).plus(lives.margin());
      case SMS -> lives.sms();
      case MAIL -> lives.mail();
    };
  }

  /**
   * The pause between two questions about an unknown: 10 s rising to 60 s, less for short lives.
   */
  Duration lookAgainAfter(Duration age, Duration settledAfter) {
    var first = min(FIRST_LOOK, settledAfter.dividedBy(10));
    return min(LAST_LOOK, max(first, age.dividedBy(2)));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
