package io.tuco.camel.attachment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the URL and the answer say a file is; neither is proof. */
record SaidType(String url, @Nullable String contentType) {

  boolean isSound() {
    var extension = FileNames.extensionOf(FileNames.lastSegment(url));
    return FileType.M4A.hasExtension(extension)
        || contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("audio/");
  }
}
