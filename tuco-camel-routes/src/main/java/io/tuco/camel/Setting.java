package io.tuco.camel;

import java.util.Locale;
import java.util.function.Function;

/**
 * One setting, declared once: reader, validation and the reference page come from it.
 *
 * @param key such as {@code tuco.http.port}
 * @param fallback the default, as text
 * @param shape what a value looks like, for people
 * @param read parses a value; an exception means that it is refused
 */
public record Setting<T>(
    String key,
    String fallback,
    String shape,
    boolean secret,
    String meaning,
    Function<String, T> read) {

  /** Upper case, dots and dashes to {@code _}. */
  public String environmentName() {
    return environmentName(key);
  }

  static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
