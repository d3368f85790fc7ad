package io.tuco.core.event;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the host of a URL: a name, or an address in brackets or as a dotted quad. */
final class UrlHostParser {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /** What ends an address for resolvers that know octal, hexadecimal and fewer than four parts. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  private static final int MAX_NAME_LENGTH = 253;

  private UrlHostParser() {}

  /** The host, or nothing if the text is neither a name nor an address. */
  static Optional<UrlHost> parse(String text) {
    if (text.startsWith("[")) {
      return IpLiteral.v6(text.substring(1, text.length() - 1)).map(UrlHost::literal);
    }
    var typed = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (typed.length() > MAX_NAME_LENGTH) {
      return Optional.empty();
    }
    return ascii(typed)
        .filter(UrlHostParser::isName)
        .map(name -> isNumeric(name) ? numeric(text, name) : named(typed, name));
  }

  private static UrlHost numeric(String text, String name) {
    return IpLiteral.v4(text).map(UrlHost::literal).orElseGet(() -> UrlHost.disguised(name));
  }

  /**
   * A name that IDNA changed by more than lower case and composition is read differently elsewhere:
   * full-width letters, sharp s, invisible joiners, ideographic dots.
   */
  private static UrlHost named(String typed, String name) {
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return plain.equals(name) || plain.equals(IDN.toUnicode(name))
        ? UrlHost.name(name)
        : UrlHost.disguised(name);
  }

  private static boolean isNumeric(String name) {
    return NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_NAME_LENGTH
        && Arrays.stream(text.split("\\.", -1)).allMatch(label -> LABEL.matcher(label).matches());
  }

  private static Optional<String> ascii(String text) {
    try {
      return text.chars().allMatch(c -> c < 0x80)
          ? Optional.of(text.toLowerCase(Locale.ROOT))
          : Optional.of(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
