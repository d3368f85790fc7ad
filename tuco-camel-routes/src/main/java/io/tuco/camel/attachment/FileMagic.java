package io.tuco.camel.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a file's type by its first bytes. What a URL or a header says is believed only where the
 * bytes leave it open, which is whether an MP4 container holds a film or a sound.
 */
final class FileMagic {

  /** How many bytes are enough. */
  static final int HEAD = 64;

  private static final Pattern HEIF = Pattern.compile("hei[cxms]|hev[cxms]");
  private static final Pattern FILM =
      Pattern.compile("iso[m2-9a]|mp4[12]|avc1|M4V.|MSNV|dash|f4v ");
  private static final Set<String> ANY_HEIF = Set.of("mif1", "msf1");
  private static final Set<String> SOUND = Set.of("M4A ", "M4B ");

  /** QuickTime files older than the {@code ftyp} box begin with one of these. */
  private static final Set<String> OLD_MOVIE =
      Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

  private FileMagic() {}

  /**
   * @param soundHint whether the file is said to be a sound
   */
  static Optional<FileType> typeOf(byte[] head, boolean soundHint) {
    var text = new String(head, ISO_8859_1);
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(FileType.PNG);
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(FileType.JPEG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(FileType.GIF);
    }
    if (text.startsWith("%PDF-")) {
      return Optional.of(FileType.PDF);
    }
    if (text.startsWith("caff")) {
      return Optional.of(FileType.CAF);
    }
    if (text.startsWith("ID3") || isMp3Frame(head)) {
      return Optional.of(FileType.MP3);
    }
    return text.startsWith("RIFF") ? riff(text) : boxed(text, soundHint);
  }

  private static Optional<FileType> riff(String text) {
    return switch (at(text, 8)) {
      case "WEBP" -> Optional.of(FileType.WEBP);
      case "WAVE" -> Optional.of(FileType.WAV);
      default -> Optional.empty();
    };
  }

  private static Optional<FileType> boxed(String text, boolean soundHint) {
    var box = at(text, 4);
    if (OLD_MOVIE.contains(box)) {
      return Optional.of(FileType.MOV);
    }
    return box.equals("ftyp") ? branded(text, at(text, 8), soundHint) : Optional.empty();
  }

  private static Optional<FileType> branded(String text, String brand, boolean soundHint) {
    if (brand.equals("qt  ")) {
      return Optional.of(FileType.MOV);
    }
    if (SOUND.contains(brand)) {
      return Optional.of(FileType.M4A);
    }
    if (FILM.matcher(brand).matches()) {
      return Optional.of(soundHint ? FileType.M4A : FileType.MP4);
    }
    var heif = HEIF.matcher(ANY_HEIF.contains(brand) ? compatible(text) : brand);
    return heif.find() ? Optional.of(FileType.HEIC) : Optional.empty();
  }

  /** The further brands in the first box, whose length stands before its name. */
  private static String compatible(String text) {
    var length = Math.min(text.charAt(2) << 8 | text.charAt(3), text.length());
    return text.substring(Math.min(16, length), length);
  }

  /** The header of an MPEG audio frame, layer III; a UTF-16 text begins much the same. */
  private static boolean isMp3Frame(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xff) == 0xff
        && (head[1] & 0xe6) == 0xe2
        && (head[1] & 0x18) != 0x08
        && (head[2] & 0xf0) != 0xf0
        && (head[2] & 0x0c) != 0x0c;
  }

  private static String at(String text, int place) {
    return text.length() < place + 4 ? "" : text.substring(place, place + 4);
  }
}
