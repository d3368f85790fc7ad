package io.tuco.camel.channel.mail;

import io.tuco.core.address.EmailAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts and names in the form that a head takes. */
final class HeadValues {

  private static final Pattern PLAIN = Pattern.compile("[!-~](?:[ -~]*[!-~])?");
  private static final int LONGEST_PLAIN = 60;

  private HeadValues() {}

  /** As it is where every reader understands it so, else as encoded words. */
  static String text(String header, String text) {
    return isPlain(text) ? text : EncodedWords.of(text, header.length() + ": ".length());
  }

  static String mailbox(String header, Optional<String> name, EmailAddress address) {
    return name.filter(text -> !text.isBlank())
        .map(text -> phrase(header, text) + EncodedWords.FOLD + "<" + address.value() + ">")
        .orElseGet(address::value);
  }

  private static String phrase(String header, String name) {
    return isPlain(name)
        ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : EncodedWords.of(name, header.length() + ": ".length());
  }

  private static boolean isPlain(String text) {
    return text.length() <= LONGEST_PLAIN
        && PLAIN.matcher(text).matches()
        // It would be read as an encoded word that somebody else chose.
        && !text.contains("=?");
  }
}
