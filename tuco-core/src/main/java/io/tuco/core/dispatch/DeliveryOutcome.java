package io.tuco.core.dispatch;

import java.time.Duration;
import java.util.Optional;

/** What a provider's answer, or its silence, means (dispatch safety, section 2). */
public sealed interface DeliveryOutcome {

  /** The four things an answer can mean. */
  enum Kind {
    ACCEPTED,
    REFUSED,
    NOT_SENT,
    UNKNOWN
  }

  /** How far a definite "no" reaches. */
  enum Scope {
    /** This address cannot be reached so; another one of the person may. */
    ADDRESS,
    /** The person has opted out at the provider: no address, no channel. */
    PERSON,
    /** This message, wherever it goes. */
    MESSAGE,
    /** This sender, whatever it sends: its account or number is not usable as it is. */
    SENDER
  }

  Kind kind();

  /** The provider took it; {@code reference} is its id for it. */
  record Accepted(String reference) implements DeliveryOutcome {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /** It said no, and nothing left. */
  record Refused(String reason, Scope scope) implements DeliveryOutcome {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /**
   * Provably nothing left; it may be tried again.
   *
   * @param senderDown the answer also says that the device or account cannot serve anybody now
   * @param retryAfter the pause that the provider asked for
   */
  record NotSent(String reason, boolean senderDown, Optional<Duration> retryAfter)
      implements DeliveryOutcome {

    public static NotSent because(String reason) {
      return new NotSent(reason, false, Optional.empty());
    }

    /** Nobody can be served by this device or account until it has recovered. */
    public static NotSent senderDown(String reason) {
      return new NotSent(reason, true, Optional.empty());
    }

    public NotSent retriedAfter(Duration pause) {
      return new NotSent(reason, senderDown, Optional.of(pause));
    }

    @Override
    public Kind kind() {
      return Kind.NOT_SENT;
    }
  }

  /** Bytes went out and no trustworthy answer came back: it may have been sent. */
  record Unknown(String reason) implements DeliveryOutcome {
    @Override
    public Kind kind() {
      return Kind.UNKNOWN;
    }
  }
}
