package io.tuco.core.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the connection to an SMTP server is protected; {@code NONE} is for loopback only. */
public enum MailSecurity {
  STARTTLS,
  TLS,
  NONE;

  private final String wire = name().toLowerCase(Locale.ROOT);

  public String wire() {
    return wire;
  }

  public static Optional<MailSecurity> parse(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
  }
}
