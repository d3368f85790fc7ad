package io.tuco.connectors.ghl.fake;

import java.util.Arrays;
import java.util.Locale;

/** What the fake can be told to do wrong; the wire name is the name in lower case. */
public enum FakeFault {
  /** Nothing happens, and no answer ever comes. */
  TIMEOUT_BEFORE,
  /** It happens, but no answer ever comes. */
  TIMEOUT_AFTER,
  /** It happens, and the answer says otherwise. */
  ERROR_500_AFTER,
  ERROR_500,
  ERROR_503,
  /** A burst was too large; the headers tell how long the interval is. */
  LIMITED,
  /** The same with a {@code Retry-After} of two seconds. */
  LIMITED_RETRY_AFTER,
  /** The day's calls are used up. */
  DAY_USED_UP,
  /** A proxy's error page, status 502. */
  HTML_PAGE,
  /** A proxy's page with status 200; nothing happens. */
  HTML_OK,
  /** It happens, and the answer breaks off in the middle. */
  TRUNCATED,
  BAD_REQUEST,
  /** The refusal of a second contact; it names the location's first one. */
  DUPLICATE,
  UNAUTHORIZED,
  FORBIDDEN,
  MISSING,
  CONFLICT,
  UNPROCESSABLE,
  /** Not even a connection, until the fault is taken away. */
  DOWN;

  boolean hasEffect() {
    return this == TIMEOUT_AFTER || this == ERROR_500_AFTER || this == TRUNCATED;
  }

  boolean isSilent() {
    return this == TIMEOUT_BEFORE || this == TIMEOUT_AFTER || this == DOWN;
  }

  static FakeFault parse(String wire) {
    return Arrays.stream(values())
        .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such fault: " + wire));
  }
}
