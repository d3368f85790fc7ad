package io.tuco.camel.standalone.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a relay URL's path says: {@code /<device>/api/v1/…}, or without a device for the default
 * one.
 *
 * @param shown the path as it was asked, without the device
 * @param segments what follows {@code /api/v1/}, decoded
 */
record RelayPath(String device, String shown, List<String> segments) {

  private static final Pattern SHAPE = Pattern.compile("(?:/([a-z0-9-]+))?(/api/v1/(.+))");

  /** Nothing when it is not a relay's path. */
  static Optional<RelayPath> parse(String path) {
    var match = SHAPE.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    var device = Optional.ofNullable(match.group(1)).orElse(RelayState.DEFAULT_DEVICE);
    try {
      var segments = Arrays.stream(match.group(3).split("/")).map(RelayPath::decoded).toList();
      return Optional.of(new RelayPath(device, match.group(2), segments));
    } catch (IllegalArgumentException brokenEscape) {
      return Optional.empty();
    }
  }

  /** In a path, unlike in a query, a plus is a plus: phone numbers begin with it. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
