package io.tuco.core.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the host of an SMTP server: a name or an IPv4 address, without scheme, port or path. It is
 * the operator's, hence any network is fine.
 */
public final class SmtpHost {

  private static final int LONGEST = 253;
  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9](?:[a-z0-9-]*+(?<!-))?(?:\\.[a-z0-9](?:[a-z0-9-]*+(?<!-))?)*+");
  private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");

  private SmtpHost() {}

  /** The host in lower case. */
  public static Optional<String> parse(String text) {
    return Optional.of(text)
        .filter(host -> host.length() <= LONGEST && host.chars().allMatch(c -> c < 0x80))
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> LABELS.matcher(host).matches());
  }

  /**
   * Whether what is sent there never leaves this machine, so that it may go unprotected. Judged by
   * the spelling alone: another name's address may be another one tomorrow.
   */
  public static boolean isLoopback(String host) {
    return host.equals("localhost") || LOOPBACK.matcher(host).matches();
  }
}
