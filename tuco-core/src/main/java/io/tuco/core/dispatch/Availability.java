package io.tuco.core.dispatch;

/** Whether an address has iMessage, as far as the device could tell. */
public enum Availability {
  AVAILABLE,
  UNAVAILABLE,
  /** The look-up failed; it is tried again. */
  UNANSWERED,
  /** The device could not be reached at all; nothing left, and a send would fare no better. */
  UNREACHABLE,
  /** The device cannot look up; the send is tried without. */
  NOT_OFFERED
}
