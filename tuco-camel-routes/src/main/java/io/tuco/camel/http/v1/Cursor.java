package io.tuco.camel.http.v1;

import io.tuco.camel.http.ObjectIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an item stands in its list, newest first and then by greatest id: whatever is added
 * meanwhile, what comes after the place stays what it was. To clients it is opaque.
 *
 * @param at what the list is sorted by, in milliseconds
 */
record Cursor(Instant at, String id) {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})\\.([0-9a-f]{24})");

  Cursor {
    if (!ObjectIds.isOne(id)) {
      throw new IllegalArgumentException("a place is told by an id of ours");
    }
  }

  String print() {
    var text = at.toEpochMilli() + "." + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static Optional<Cursor> parse(String text) {
    var place = FORM.matcher(decoded(text));
    return place.matches()
        ? Optional.of(
            new Cursor(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2)))
        : Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
