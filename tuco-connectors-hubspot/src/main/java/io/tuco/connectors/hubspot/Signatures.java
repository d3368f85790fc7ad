package io.tuco.connectors.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.HookCall;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether HubSpot made a call (HubSpot contract, section 5), over the bytes as they came. */
final class Signatures {

  private static final Duration FRESH = Duration.ofMillis(300_000);
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

  /** What is decoded of a URL before it is signed in v3, and nothing else. */
  private static final Map<String, String> ESCAPES =
      Map.ofEntries(
          Map.entry("%3A", ":"),
          Map.entry("%2F", "/"),
          Map.entry("%3F", "?"),
          Map.entry("%40", "@"),
          Map.entry("%21", "!"),
          Map.entry("%24", "$"),
          Map.entry("%27", "'"),
          Map.entry("%28", "("),
          Map.entry("%29", ")"),
          Map.entry("%2A", "*"),
          Map.entry("%2C", ","),
          Map.entry("%3B", ";"));

  private static final Pattern ESCAPE = Pattern.compile("%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)");

  private final String secret;

  Signatures(String clientSecret) {
    this.secret = clientSecret;
  }

  /** Where there is a v3 signature, it alone decides. */
  boolean verify(HookCall call) {
    return call.header("X-HubSpot-Signature-v3")
        .map(signature -> isFresh(call) && same(v3(call), signature))
        .orElseGet(() -> isOlderVersion(call));
  }

  private boolean isOlderVersion(HookCall call) {
    return call.header("X-HubSpot-Signature")
        .filter(signature -> expected(call).filter(own -> same(own, signature)).isPresent())
        .isPresent();
  }

  private Optional<String> expected(HookCall call) {
    var version = call.header("X-HubSpot-Signature-Version").orElse("");
    return switch (version.toLowerCase(Locale.ROOT)) {
      case "v1" -> Optional.of(sha256(bytes(secret), call.body()));
      case "v2" ->
          Optional.of(sha256(bytes(secret), bytes(call.method() + call.url()), call.body()));
      default -> Optional.empty();
    };
  }

  private static boolean isFresh(HookCall call) {
    return timestamp(call)
        .map(millis -> Math.abs(call.receivedAt().toEpochMilli() - Long.parseLong(millis)))
        .filter(age -> age <= FRESH.toMillis())
        .isPresent();
  }

  private static Optional<String> timestamp(HookCall call) {
    return call.header("X-HubSpot-Request-Timestamp")
        .filter(text -> MILLIS.matcher(text).matches());
  }

  private String v3(HookCall call) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
      mac.update(bytes(call.method() + decoded(call.url())));
      mac.update(call.body());
      mac.update(bytes(timestamp(call).orElse("")));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  static String decoded(String url) {
    return ESCAPE
        .matcher(url)
        .replaceAll(escape -> Matcher.quoteReplacement(ESCAPES.get(escape.group())));
  }

  private static String sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Compared as text: in base64, several texts are the same bytes. */
  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(bytes(expected), bytes(given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
