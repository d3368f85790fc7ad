package io.tuco.core.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.stream.Stream;

/** Ids of events that may be found more than once: the same thing has the same id. */
public final class EventIds {

  private static final int LENGTH = 26;
  private static final int BASE = 32;
  private static final int BITS_PER_CHARACTER = 5;

  private EventIds() {}

  /** The end of what the line was before; {@code before} is the health that ends. */
  public static String outage(Line line, SenderHealth before) {
    var since = before.since().or(before::checkedAt).orElse(line.updatedAt());
    return of("line.down", line.id(), since.toString());
  }

  /** The disabling after the failures that began then. */
  static String disabling(WebhookEndpoint endpoint) {
    var since = endpoint.record().clockFrom().orElse(endpoint.updatedAt());
    return of("webhook.disabled", endpoint.id(), since.toString());
  }

  /** Something in a chat, told by what makes it another than what was told before. */
  public static String inChat(EventName name, String... parts) {
    return of(Stream.concat(Stream.of(name.wire()), Stream.of(parts)).toArray(String[]::new));
  }

  private static String of(String... parts) {
    var number = new BigInteger(1, sha256(String.join("\n", parts)));
    var spare = 256 - LENGTH * BITS_PER_CHARACTER;
    var text = number.shiftRight(spare).toString(BASE).toLowerCase(Locale.ROOT);
    return "evt_" + "0".repeat(LENGTH - text.length()) + text;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java platform lacks SHA-256", e);
    }
  }
}
