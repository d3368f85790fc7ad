package io.tuco.camel;

import io.tuco.camel.failpoint.Failpoint;
import io.tuco.core.event.Cidr;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the texts of settings are read. Every reader throws on what it refuses. */
final class SettingShapes {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern BROKERS =
      Pattern.compile("[A-Za-z0-9._-]+:\\d{1,5}(,[A-Za-z0-9._-]+:\\d{1,5})*");
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
  private static final int KEY_BYTES = 32;

  private SettingShapes() {}

  /** {@code 250ms}, {@code 30s}, {@code 10m}, {@code 2h}, {@code 1d}. */
  static Duration duration(String text) {
    var parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a duration such as 30s, 10m or 2h");
    }
    var amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Absent for {@code off}. */
  static Optional<Duration> optionalDuration(String text) {
    return text.equals("off") ? Optional.empty() : Optional.of(duration(text));
  }

  static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("true or false");
    }
    return text.equals("true");
  }

  static Function<String, Integer> between(int least, int most) {
    return text -> {
      var number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException("a number from " + least + " to " + most);
      }
      return number;
    };
  }

  /** A list of ports; {@code *} is read as the empty set, an empty list is refused. */
  static Set<Integer> ports(String text) {
    if (text.equals("*")) {
      return Set.of();
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("at least one port");
    }
    return list(text).map(between(1, 65_535)).collect(Collectors.toUnmodifiableSet());
  }

  static List<Cidr> cidrs(String text) {
    return list(text).map(Cidr::parse).collect(Collectors.toUnmodifiableList());
  }

  /** The base of a provider's API. Credentials go there, so in clear only to this machine. */
  static URI providerUrl(String text) {
    var url = URI.create(text);
    var loopback = Set.of("127.0.0.1", "localhost").contains(String.valueOf(url.getHost()));
    var fits = "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && loopback;
    if (!fits
        || url.getHost() == null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new IllegalArgumentException("an https URL, or http on loopback");
    }
    return url;
  }

  /** Absent for nothing; else the same. */
  static Optional<URI> optionalProviderUrl(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(providerUrl(text));
  }

  /** Empty, or 32 bytes in base64. */
  static String secretsKey(String text) {
    if (!text.isEmpty() && Base64.getDecoder().decode(text).length != KEY_BYTES) {
      throw new IllegalArgumentException("32 bytes in base64");
    }
    return text;
  }

  /** Empty, or host and port of each broker. */
  static String brokers(String text) {
    if (!text.isEmpty() && !BROKERS.matcher(text).matches()) {
      throw new IllegalArgumentException("host:port, by commas");
    }
    return text;
  }

  static String topic(String text) {
    if (!TOPIC.matcher(text).matches()) {
      throw new IllegalArgumentException("the name of a topic");
    }
    return text;
  }

  static Optional<String> optionalTopic(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(topic(text));
  }

  static Set<String> names(String text) {
    return list(text).collect(Collectors.toUnmodifiableSet());
  }

  /** Absent for nothing; else {@code NAME:N:ACTION}. */
  static Optional<Failpoint> failpoint(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Failpoint.parse(text));
  }

  private static Stream<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
  }
}
