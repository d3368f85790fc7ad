package io.tuco.camel.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * The name of an attachment: no folders, nothing that a file system takes for more than a name, and
 * the parameter that carries it (RFC 6266 in spirit: a plain one for old readers beside the real).
 */
final class FileNames {

  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]");
  private static final Pattern SPECIAL = Pattern.compile("[:*?\"<>|%]");
  private static final Pattern DOTS_AROUND = Pattern.compile("^[. ]+|[. ]+$");
  private static final Pattern BEYOND_ASCII = Pattern.compile("[^ -~]");
  private static final String HEX = "0123456789ABCDEF";
  private static final int LONGEST = 80;
  private static final int LONGEST_EXTENSION = 10;

  private FileNames() {}

  static String sanitised(String name) {
    var last = FOLDERS.matcher(name).replaceFirst("");
    var plain = SPECIAL.matcher(last).replaceAll("_");
    var shown = DOTS_AROUND.matcher(plain).replaceAll("");
    return shown.isEmpty() ? "file" : cut(shown);
  }

  static String parameter(String name) {
    var safe = sanitised(name);
    var plain = BEYOND_ASCII.matcher(safe).replaceAll("_");
    return plain.equals(safe)
        ? ";" + EncodedWords.FOLD + "filename=\"" + plain + '"'
        : ";"
            + EncodedWords.FOLD
            + "filename=\""
            + plain
            + "\";"
            + EncodedWords.FOLD
            + "filename*=UTF-8''"
            + percent(safe);
  }

  /** Keeps what tells the kind of the file. */
  private static String cut(String name) {
    var length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    var dot = name.lastIndexOf('.');
    var extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    var kept = name.offsetByCodePoints(0, LONGEST - extension.length());
    return name.substring(0, kept) + extension;
  }

  private static String percent(String name) {
    var encoded = new StringBuilder();
    for (var octet : name.getBytes(UTF_8)) {
      var value = octet & 0xff;
      if (value < 0x80 && Character.isLetterOrDigit(value) || value == '.' || value == '-') {
        encoded.append((char) value);
      } else {
        encoded.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xf));
      }
    }
    return encoded.toString();
  }
}
