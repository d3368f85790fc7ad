package io.tuco.core.workspace;

import java.time.Duration;

/**
 * What holds for a workspace's sends where neither the call nor the line says otherwise (API
 * contract, section 14).
 *
 * @param patience how long the send call's answer waits for the end of its message, in whole
 *     seconds; 0 to {@link #LONGEST_WAIT}
 * @param stopOnReply whether a person's reply is to cancel what still waits for that person
 * @param contactFirst whether {@code /v1} writes only to people who have written to the line,
 *     unless the line says otherwise
 */
public record SendDefaults(Duration patience, boolean stopOnReply, boolean contactFirst) {

  /** The longest that an answer waits (API contract, section 2.3). */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  public SendDefaults {
    if (patience.isNegative() || patience.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("an answer waits 0 to 30 seconds");
    }
  }

  public static SendDefaults standard() {
    return new SendDefaults(Duration.ZERO, false, false);
  }
}
