package io.tuco.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message stands (API contract, section 4.1). Legal moves are in {@link StatusRules}. */
public enum MessageStatus {
  /** Stored and held by a check. */
  QUEUED,
  /** Accepted, waiting for a check or for its lane. */
  PENDING,
  /** Waiting for its scheduled date. */
  SCHEDULED,
  /** The call to the provider may have started. */
  SENDING,
  /** The provider took it. */
  SENT,
  /** A receipt says it arrived. */
  DELIVERED,
  /** Refused for good, or attempts exhausted. */
  FAILED,
  /** None of the addresses has iMessage: a business outcome. */
  FALLBACK,
  /** Stopped by request, opt-out or reply. */
  CANCELLED,
  /** Written by the person. */
  RECEIVED;

  private final String wire = name().toLowerCase(Locale.ROOT);

  public String wire() {
    return wire;
  }

  /** Whether the message is still ours to hold back, cancel or start. */
  public boolean isWaiting() {
    return this == QUEUED || this == PENDING || this == SCHEDULED;
  }

  /** Whether a lane holds the message: it waits there, or is being sent. */
  public boolean isOfALane() {
    return isWaiting() || this == SENDING;
  }

  public static Optional<MessageStatus> parse(String wire) {
    return Arrays.stream(values()).filter(status -> status.wire.equals(wire)).findFirst();
  }
}
