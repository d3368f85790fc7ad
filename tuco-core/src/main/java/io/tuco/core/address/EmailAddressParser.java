package io.tuco.core.address;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The syntax of an e-mail address, one question after the other, each with its reason. */
final class EmailAddressParser {

  private static final Pattern SPACES_AROUND = Pattern.compile("^ ++| ++\\z");
  private static final Pattern DOT_ATOM =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final int MAX_RAW_LENGTH = 512;
  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_LENGTH = 64;

  private EmailAddressParser() {}

  static Parsed<EmailAddress> parse(String raw) {
    if (raw.length() > MAX_RAW_LENGTH) {
      return Parsed.refused("The e-mail address is too long");
    }
    var text = inLabels(SPACES_AROUND.matcher(raw).replaceAll(""));
    // Before lowering: the Kelvin sign would become a plain k.
    if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return Parsed.refused("An e-mail address is printable ASCII without spaces");
    }
    var normal = text.toLowerCase(Locale.ROOT);
    return flawOf(normal)
        .<Parsed<EmailAddress>>map(Parsed::refused)
        .orElseGet(() -> Parsed.accepted(new EmailAddress(normal)));
  }

  /** A domain of another script in the form that mail servers know (e-mail contract, section 3). */
  private static String inLabels(String text) {
    var at = text.lastIndexOf('@');
    var isPlain = text.chars().skip(at + 1L).allMatch(c -> c < 0x80);
    if (at < 0 || isPlain) {
      return text;
    }
    try {
      return text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  static boolean isNormal(String text) {
    return flawOf(text).isEmpty();
  }

  private static Optional<String> flawOf(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.of("The e-mail address is too long");
    }
    var at = text.indexOf('@');
    if (at < 0 || at != text.lastIndexOf('@')) {
      return Optional.of("An e-mail address has exactly one @");
    }
    if (at > MAX_LOCAL_LENGTH || !DOT_ATOM.matcher(text.substring(0, at)).matches()) {
      return Optional.of("The part before the @ is not a plain local part");
    }
    return isDomain(text.substring(at + 1))
        ? Optional.empty()
        : Optional.of("The part after the @ is not a domain name");
  }

  private static boolean isDomain(String text) {
    var labels = text.split("\\.", -1);
    return labels.length > 1
        && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches())
        // 127.0.0.1 is an address literal without its brackets, not a domain.
        && !DIGITS.matcher(labels[labels.length - 1]).matches();
  }
}
