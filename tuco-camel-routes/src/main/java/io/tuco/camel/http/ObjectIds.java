package io.tuco.camel.http;

import java.util.regex.Pattern;

/** The form of ids: 24 lower-case hex characters (API contract, section 1). */
public final class ObjectIds {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

  private ObjectIds() {}

  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
