package io.tuco.camel.failpoint;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is to happen where.
 *
 * @param time at which reaching of the point, counted from 1
 */
public record Failpoint(Point point, int time, Action action) {

  /** What a failpoint does. */
  public enum Action {
    /** The process ends at once, as by {@code kill -9}. */
    HALT,
    /** The thread goes no further; all others do. */
    PAUSE,
    /** The step fails as it does when the store is away. */
    THROW
  }

  private static final Pattern FORM =
      Pattern.compile("([a-z.-]+):([1-9][0-9]{0,8}):(halt|pause|throw)");

  /** {@code NAME:N:ACTION}; refuses everything else. */
  public static Failpoint parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("NAME:N:ACTION, action halt, pause or throw");
    }
    var point =
        Point.named(parts.group(1))
            .orElseThrow(() -> new IllegalArgumentException("the name of a failpoint"));
    return new Failpoint(
        point,
        Integer.parseInt(parts.group(2)),
        Action.valueOf(parts.group(3).toUpperCase(Locale.ROOT)));
  }
}
