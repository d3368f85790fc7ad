package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headers of an upload say (/v1 contract, section 4). A name that is percent-encoded, as
 * one must be that a header cannot hold, is decoded.
 */
record FileWords(String mimeType, Optional<String> filename) {

  private static final String UNKNOWN = "application/octet-stream";
  private static final int LONGEST_NAME = 255;
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*");

  static OrAnswer<FileWords> of(HttpRequest request) {
    var type = request.header("content-type").map(FileWords::bare).orElse(UNKNOWN);
    var name = request.header("x-filename").map(FileWords::decoded).filter(text -> !text.isBlank());
    return OrAnswer.of(new FileWords(type, name))
        .unless(
            words ->
                TYPE.matcher(words.mimeType()).matches()
                    ? Optional.empty()
                    : invalid("Content-Type", "a MIME type"))
        .unless(
            words ->
                words.filename().filter(text -> !isName(text)).isEmpty()
                    ? Optional.empty()
                    : invalid("X-Filename", "a name of up to 255 characters"));
  }

  private static Optional<HttpAnswer> invalid(String header, String what) {
    return Optional.of(
        ErrorCode.INVALID_PARAMETER_VALUE.answerOf(
            header, "The '" + header + "' header must be " + what + "."));
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && !CONTROL.matcher(text).find();
  }

  /** Without its parameters, such as a charset. */
  private static String bare(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String decoded(String name) {
    if (name.indexOf('%') < 0 || !ENCODED.matcher(name).matches()) {
      return name;
    }
    var bytes = ByteBuffer.allocate(name.length() * 3);
    for (var place = 0; place < name.length(); place++) {
      if (name.charAt(place) == '%') {
        bytes.put((byte) Integer.parseInt(name.substring(place + 1, place + 3), 16));
        place += 2;
      } else {
        bytes.put(name.substring(place, place + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException notEncoded) {
      return name;
    }
  }
}
