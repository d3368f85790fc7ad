package io.tuco.core.dispatch;

import io.tuco.core.line.LineUsage;
import io.tuco.core.line.Places;
import java.time.Instant;

/**
 * How a send's intent ends: when the lane may send again, and which of the send's places in its
 * line's caps it keeps.
 *
 * @param endedAt when it ended; gaps run from here
 * @param freeAt the earliest instant of the lane's next send
 * @param left whether anything left: only then the place in the day's total is used up
 * @param reachedOut whether the look-up or the send was reached: that is what counts as a new
 *     contact, whatever came of it
 * @param lookUpsMade how many of the look-ups it held it has made
 * @param success whether the sender did its work; empty when it was not put to the test
 */
public record Closing(
    Instant endedAt,
    Instant freeAt,
    boolean left,
    boolean reachedOut,
    int lookUpsMade,
    Success success) {

  /** What a send says of its sender. */
  public enum Success {
    YES,
    NO,
    UNTESTED
  }

  /** Nothing was tried; everything is given back. */
  public static Closing untouched(Instant now, Instant freeAt) {
    return new Closing(now, freeAt, false, false, 0, Success.UNTESTED);
  }

  /** Nobody knows how far it came, but nothing left: the look-ups count as made. */
  public static Closing nothingLeft(Instant now, Instant freeAt, boolean reachedOut) {
    return new Closing(now, freeAt, false, reachedOut, Integer.MAX_VALUE, Success.UNTESTED);
  }

  public static Closing left(Instant now, Instant freeAt) {
    return new Closing(now, freeAt, true, true, Integer.MAX_VALUE, Success.YES);
  }

  /** Nobody knows whether it left, nor will: it counts as if it had. */
  public static Closing mayHaveLeft(Instant now, Instant freeAt) {
    return new Closing(now, freeAt, true, true, Integer.MAX_VALUE, Success.UNTESTED);
  }

  LineUsage usage(LineUsage before, Places places) {
    var looked = before.givingBackLookUps(places.withoutLookUps(lookUpsMade));
    var counted = left ? looked : looked.givingBackTotal(places);
    if (!reachedOut) {
      return counted.givingBackFirstTouch(places);
    }
    return places.firstTouch() ? counted.firstTouchEndedAt(endedAt) : counted;
  }

  int failuresAfter(int before) {
    return switch (success) {
      case YES -> 0;
      case NO -> before + 1;
      case UNTESTED -> before;
    };
  }
}
