package io.tuco.core.message;

/** Who wrote: we ({@code sent}) or the person ({@code received}). */
public enum Direction {
  SENT("sent"),
  RECEIVED("received");

  private final String wire;

  Direction(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
