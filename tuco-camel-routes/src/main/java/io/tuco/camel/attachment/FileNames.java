package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.message.Attachment;
import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name under which a recipient sees a file: what the client gave, else the end of the URL, made
 * harmless and with an extension that tells the truth.
 */
final class FileNames {

  private static final int MOST_BYTES = 200;
  private static final String NAMELESS = "attachment";

  /** Controls, invisible marks that turn text around, halves of characters, colons (old Macs). */
  private static final Pattern NEVER = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:]");

  private static final Pattern HIDDEN = Pattern.compile("^[.\\s]+|[.\\s]+$");

  private FileNames() {}

  static String of(Attachment attachment, SentType type) {
    return type.known()
        .map(known -> of(attachment, known))
        .orElseGet(() -> asGiven(attachment.name().orElse("")));
  }

  static String of(Attachment attachment, FileType type) {
    var given = attachment.name().orElseGet(() -> decoded(lastSegment(attachment.url())));
    return withExtension(cleaned(given), type);
  }

  private static String asGiven(String name) {
    var clean = cleaned(name);
    return clean.isEmpty() ? NAMELESS : shortened(clean, MOST_BYTES);
  }

  /** The extension that a URL's path or a name ends with, without its dot; may be empty. */
  static String extensionOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String lastSegment(String url) {
    var path = url.replaceFirst("^[^:/?#]+://[^/?#]*", "").replaceFirst("[?#].*$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String cleaned(String given) {
    var flat = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    var harmless = NEVER.matcher(flat).replaceAll("");
    // One spelling of ü: file systems of the Mac have known both.
    return HIDDEN.matcher(Normalizer.normalize(harmless, Normalizer.Form.NFC)).replaceAll("");
  }

  private static String withExtension(String name, FileType type) {
    var dot = name.lastIndexOf('.');
    var extension = dot < 0 ? "" : name.substring(dot + 1);
    if (type.hasExtension(extension)) {
      return cut(name.substring(0, dot), extension);
    }
    var misleading = FileType.byExtension(extension).isPresent();
    return cut(misleading ? name.substring(0, dot) : name, type.extension());
  }

  private static String cut(String stem, String extension) {
    var ending = "." + extension;
    var whole = stem.isEmpty() ? NAMELESS : stem;
    return shortened(whole, MOST_BYTES - ending.length()) + ending;
  }

  private static String shortened(String text, int bytes) {
    var shorter = text;
    while (shorter.getBytes(UTF_8).length > bytes) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }

  /** Percent signs were checked with the URL; a plus is a plus in a path. */
  private static String decoded(String segment) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) == '%' && i + 2 < segment.length()) {
        bytes.write(Integer.parseInt(segment.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(segment.substring(i, i + 1).getBytes(UTF_8));
      }
    }
    return bytes.toString(UTF_8).replace("\ufffd", "");
  }
}
