package io.tuco.camel.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the contract writes them: UTC with three digits of a second, always. */
public final class JsonTime {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private JsonTime() {}

  public static String text(Instant at) {
    return MILLIS.format(at);
  }
}
