package io.tuco.core.store;

/** What came of storing the result of an attempt. */
public enum Recorded {
  /** The message is not in that attempt any more; nothing was changed. */
  NOT_OURS,
  DONE,
  /** Done, and other messages that waited as first touches of the same person are so no more. */
  DONE_AND_OTHERS_KNOWN;

  public boolean isDone() {
    return this != NOT_OURS;
  }
}
