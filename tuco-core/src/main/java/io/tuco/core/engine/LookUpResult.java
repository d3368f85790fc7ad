package io.tuco.core.engine;

import io.tuco.core.dispatch.Availability;
import io.tuco.core.lead.LeadAvailability;

/** What came of a look-up that a client ordered. */
public enum LookUpResult {
  AVAILABLE,
  UNAVAILABLE,
  /** The device gave no answer, or there was nothing to ask about. */
  FAILED,
  /** No line of the client's is on a healthy device that can look up; nothing was asked. */
  NO_DEVICE,
  /** Every line that could has used up its day; nothing was asked. */
  NO_QUOTA;

  static LookUpResult of(Availability answer) {
    return switch (answer) {
      case AVAILABLE -> AVAILABLE;
      case UNAVAILABLE -> UNAVAILABLE;
      case UNANSWERED, UNREACHABLE, NOT_OFFERED -> FAILED;
    };
  }

  /** Whether it is known now. */
  public boolean isAnswer() {
    return this == AVAILABLE || this == UNAVAILABLE;
  }

  public LeadAvailability ofLead() {
    return switch (this) {
      case AVAILABLE -> LeadAvailability.AVAILABLE;
      case UNAVAILABLE -> LeadAvailability.UNAVAILABLE;
      case FAILED, NO_DEVICE, NO_QUOTA -> LeadAvailability.ERROR;
    };
  }
}
