package io.tuco.camel.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines of a head or of a part's head, in order. What is added is ASCII already; {@link
 * #areSafe()} proves it before anything is sent.
 */
final class HeadLines {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]*");

  /** Printable ASCII, and line breaks where the next line begins with a space: our own folding. */
  private static final Pattern VALUE = Pattern.compile("[ -~]+(?:\r\n [ -~]+)*+");

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n");

  private static final int LONGEST_LINE = 998;

  private final List<String> lines = new ArrayList<>();
  private boolean safe = true;

  HeadLines add(String name, String value) {
    safe &= NAME.matcher(name).matches() && VALUE.matcher(value).matches();
    lines.add(name + ": " + value);
    return this;
  }

  /** Whether a reader finds exactly the headers that were added, however it reads. */
  boolean areSafe() {
    return safe
        && lines.stream()
            .flatMap(LINE_BREAK::splitAsStream)
            .allMatch(line -> line.length() <= LONGEST_LINE);
  }

  int count() {
    return lines.size();
  }

  /** With the empty line that ends a head. */
  String text() {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }
}
