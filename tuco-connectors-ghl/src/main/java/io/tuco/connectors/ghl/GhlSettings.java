package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an installation says about GHL.
 *
 * @param app the marketplace app; empty where only private tokens are used
 * @param versions of GHL's interface, by resource
 * @param signatures what verifies GHL's webhooks
 * @param webhookAge how old a webhook may be at most
 */
record GhlSettings(
    Optional<App> app, Map<String, String> versions, Signatures signatures, Duration webhookAge) {

  /**
   * A marketplace app.
   *
   * @param userType whose tokens it asks for: {@code Location} or {@code Company}
   */
  record App(String clientId, String clientSecret, String userType) {

    @Override
    public String toString() {
      return "•••";
    }
  }

  private static final Map<String, String> VERSIONS =
      Map.of(
          "contacts", "2021-07-28",
          "locations", "2021-07-28",
          "oauth", "2021-07-28",
          "conversations", "2021-04-15");

  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([smh])");

  static GhlSettings from(CrmOptions options) {
    return new GhlSettings(
        app(options),
        VERSIONS.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    each -> options.get("version." + each.getKey()).orElse(each.getValue()))),
        Signatures.with(
            options.get("webhook-key.ed25519").orElse(VendorKeys.ED25519),
            options.get("webhook-key.rsa").orElse(VendorKeys.RSA),
            flag(options, "acceptRsaSignature")),
        options.get("webhook-age").map(GhlSettings::duration).orElse(Duration.ofMinutes(5)));
  }

  private static Optional<App> app(CrmOptions options) {
    var id = options.get("client-id");
    var secret = options.get("client-secret");
    if (id.isPresent() != secret.isPresent()) {
      throw new IllegalArgumentException("client-id and client-secret go together");
    }
    var type = options.get("user-type").orElse("Location");
    if (Stream.of("Location", "Company").noneMatch(type::equals)) {
      throw new IllegalArgumentException("user-type is Location or Company");
    }
    return id.map(client -> new App(client, secret.orElseThrow(), type));
  }

  private static boolean flag(CrmOptions options, String name) {
    return switch (options.get(name).orElse("true")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(name + " is true or false");
    };
  }

  private static Duration duration(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("webhook-age is a duration such as 300s, 5m or 1h");
    }
    return Duration.parse("PT" + matcher.group(1) + matcher.group(2));
  }
}
