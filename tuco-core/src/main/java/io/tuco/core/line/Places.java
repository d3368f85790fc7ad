package io.tuco.core.line;

import java.time.LocalDate;

/**
 * What one send holds of its line's caps, from before it begins until it has ended (dispatch
 * safety, invariant 7).
 *
 * @param day the day it counts on, in the zone the workspace chose
 * @param hour the hour of UTC it counts in, such as {@code 2027-03-12T13}
 * @param firstTouch whether it also takes a place among the line's new contacts
 * @param lookUps how many availability look-ups it may make
 */
public record Places(String lineId, LocalDate day, String hour, boolean firstTouch, int lookUps) {

  /** Those to be given back by a send that left nothing and used {@code made} look-ups. */
  public Places withoutLookUps(int made) {
    return new Places(lineId, day, hour, firstTouch, Math.max(0, lookUps - made));
  }
}
