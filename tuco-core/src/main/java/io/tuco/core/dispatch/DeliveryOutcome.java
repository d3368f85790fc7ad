package io.tuco.core.dispatch;

/** What a provider's answer, or its silence, means (dispatch safety, section 2). */
public sealed interface DeliveryOutcome {

  /** The four things an answer can mean. */
  enum Kind {
    ACCEPTED,
    REFUSED,
    NOT_SENT,
    UNKNOWN
  }

  Kind kind();

  /** The provider took it; {@code reference} is its id for it. */
  record Accepted(String reference) implements DeliveryOutcome {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /**
   * It said no, and nothing left.
   *
   * @param addressOnly the address has no iMessage; another one of the person may have
   */
  record Refused(String reason, boolean addressOnly) implements DeliveryOutcome {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /**
   * Provably nothing left; it may be tried again.
   *
   * @param deviceDown the answer also says that the device cannot serve anybody now
   */
  record NotSent(String reason, boolean deviceDown) implements DeliveryOutcome {
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
