package io.tuco.camel.channel.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server answered: its code and, where it gives one, the enhanced code (RFC 3463). Its text
 * is dropped, as servers repeat addresses in theirs.
 */
record SmtpReply(int code, Optional<String> enhanced) {

  private static final Pattern ENHANCED =
      Pattern.compile("[0-9]{3}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?:\\s.*)?");

  static SmtpReply of(int code, String line) {
    var matcher = ENHANCED.matcher(line.split("[\r\n]", 2)[0]);
    return new SmtpReply(
        code, matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty());
  }

  boolean isPositive() {
    return code / 100 == 2;
  }

  boolean isTransient() {
    return code / 100 == 4;
  }

  boolean isPermanent() {
    return code / 100 == 5;
  }

  String words() {
    return code + enhanced.map(more -> " " + more).orElse("");
  }
}
