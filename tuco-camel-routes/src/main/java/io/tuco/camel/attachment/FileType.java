package io.tuco.camel.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that may be sent (API contract, section 2.1). */
enum FileType {
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic", "heif"),
  MP4("video/mp4", "mp4", "m4v"),
  MOV("video/quicktime", "mov", "qt"),
  /** Becomes a voice note; the other sounds are plain files. */
  CAF("audio/x-caf", "caf"),
  MP3("audio/mpeg", "mp3"),
  WAV("audio/wav", "wav"),
  M4A("audio/mp4", "m4a"),
  PDF("application/pdf", "pdf");

  private final String contentType;
  private final List<String> extensions;

  FileType(String contentType, String... extensions) {
    this.contentType = contentType;
    this.extensions = List.of(extensions);
  }

  String contentType() {
    return contentType;
  }

  /** The usual one, without a dot. */
  String extension() {
    return extensions.get(0);
  }

  boolean hasExtension(String extension) {
    return extensions.contains(extension.toLowerCase(Locale.ROOT));
  }

  static Optional<FileType> byExtension(String extension) {
    return Arrays.stream(values()).filter(type -> type.hasExtension(extension)).findFirst();
  }
}
