package io.tuco.core.timing;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads times of day, as {@code sendWindowStart} and {@code sendWindowEnd} of the send contract
 * have them.
 */
public final class WallTime {

  // [0-9], not \d: digits of other scripts are refused whatever flags a pattern has.
  private static final Pattern HH_MM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private WallTime() {}

  /**
   * The time written as exactly {@code HH:mm}, from {@code 00:00} to {@code 23:59}.
   *
   * @return empty for anything else: {@code 9:00}, {@code 24:00}, seconds, blanks
   */
  public static Optional<LocalTime> parse(String text) {
    return HH_MM.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
  }
}
