package io.tuco.core.intake;

import java.util.List;
import java.util.Optional;

/**
 * The attachments of a request, as written.
 *
 * @param isArray whether {@code attachmentUrls} was absent or an array
 * @param urls its elements; an element that is no string is empty
 */
public record AttachmentWords(boolean isArray, List<Optional<String>> urls, List<String> names) {

  public AttachmentWords {
    urls = List.copyOf(urls);
    names = List.copyOf(names);
  }

  public static AttachmentWords none() {
    return new AttachmentWords(true, List.of(), List.of());
  }

  boolean isEmpty() {
    return isArray && urls.isEmpty();
  }
}
