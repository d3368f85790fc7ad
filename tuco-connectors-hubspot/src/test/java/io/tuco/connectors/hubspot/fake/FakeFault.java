package io.tuco.connectors.hubspot.fake;

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
  /** Ten seconds' calls are used up. */
  LIMITED,
  /** A second's calls are used up. */
  LIMITED_SECONDLY,
  /** The day's calls are used up. */
  LIMITED_DAILY,
  LOCKED,
  /** A proxy's error page, status 502. */
  HTML_PAGE,
  /** A proxy's page with status 200; nothing happens. */
  HTML_OK,
  /** A firewall's page with status 403; nothing happens. */
  HTML_FORBIDDEN,
  /** It happens, and the answer breaks off in the middle. */
  TRUNCATED,
  BAD_REQUEST,
  UNAUTHORIZED,
  FORBIDDEN,
  MISSING,
  CONFLICT,
  /** A batch whose only input failed for now. */
  PARTIAL,
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
