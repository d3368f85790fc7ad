package io.tuco.camel.failpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A moment between two steps that a crash must not hurt. */
public enum Point {
  /** The idempotency key is taken, nothing else is stored. */
  ACCEPT_SAME_KEY_IN_FLIGHT,
  /** The request is understood, nothing is stored. */
  ACCEPT_BEFORE_INSERT,
  /** The lead is stored, its message not. */
  ACCEPT_LEAD_WRITTEN_MESSAGE_NOT,
  /** The message is stored, nobody knows. */
  ACCEPT_AFTER_INSERT,
  /** The message is stored, its lane sleeps. */
  ACCEPT_AFTER_INSERT_BEFORE_WAKE,
  DISPATCH_AFTER_HEAD_READ,
  /** Gates and caps were asked, the intent is not written. */
  DISPATCH_BEFORE_INTENT,
  /** The lane is taken, the message still waits. */
  DISPATCH_AFTER_INTENT_BEFORE_BEGIN,
  /** The message is sending, nobody was asked anything. */
  DISPATCH_AFTER_INTENT,
  DISPATCH_AFTER_AVAILABILITY,
  DISPATCH_BEFORE_FIRST_BYTE,
  /** The provider has answered, nothing of it is stored. */
  DISPATCH_AFTER_ANSWER_BEFORE_RESULT,
  /** The result is stored, the lane is still taken. */
  DISPATCH_AFTER_RESULT_BEFORE_RELEASE,
  DISPATCH_AFTER_RELEASE_BEFORE_PUBLISH,
  /** Deliveries are made, their events not marked. */
  DISPATCH_AFTER_PUBLISH_BEFORE_MARK,
  SETTLE_DURING_QUERY,
  /** It is known what became of an unknown, and not stored. */
  SETTLE_AFTER_DECISION_BEFORE_WRITE,
  /** The message has ended as one that a text follows; the text is not stored. */
  FALLBACK_AFTER_DECISION_BEFORE_SMS,
  /** The text that follows was accepted, which is not stored. */
  FALLBACK_AFTER_SMS_ACCEPTED_BEFORE_RESULT,
  /** A delivery is claimed, its endpoint was not asked. */
  WEBHOOKS_BEFORE_POST,
  /** The endpoint has answered, nothing of it is stored. */
  WEBHOOKS_AFTER_ANSWER_BEFORE_RESULT,
  /** Events are in the stream, and not marked. */
  STREAM_AFTER_PUBLISH_BEFORE_MARK,
  /** A new secret signs beside the old one, and nobody was told it. */
  WEBHOOKS_DURING_ROTATION,
  /** A contact is known, or made, and not linked. */
  CRM_AFTER_CONTACT_BEFORE_LINK,
  /** Something is in the CRM, and its job not ended. */
  CRM_AFTER_DEED_BEFORE_RESULT,
  /** A dead process's open intent was found, and still is its own. */
  LANES_BEFORE_TAKEOVER,
  /** It is ours, and nothing of it is settled. */
  LANES_AFTER_TAKEOVER,
  /** A sweep has found lanes in use and looked at none. */
  TICKS_MID_SWEEP;

  /** Such as {@code dispatch.before-intent}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }

  static Optional<Point> named(String wire) {
    return Arrays.stream(values()).filter(point -> point.wire().equals(wire)).findFirst();
  }
}
