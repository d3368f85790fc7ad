package io.tuco.core.intake;

import java.util.List;
import java.util.Optional;

/**
 * The attachments of a request, as written.
 *
 * @param isArray whether {@code attachmentUrls} was absent or an array
 * @param urls its elements; an element that is no string is empty
 * @param voice whether they are to arrive as voice messages
 */
public record AttachmentWords(
    boolean isArray, List<Optional<String>> urls, List<String> names, boolean voice) {

  public AttachmentWords {
    urls = List.copyOf(urls);
    names = List.copyOf(names);
  }

  public AttachmentWords(boolean isArray, List<Optional<String>> urls, List<String> names) {
    this(isArray, urls, names, false);
  }

  public static AttachmentWords none() {
    return new AttachmentWords(true, List.of(), List.of());
  }

  boolean isEmpty() {
    return isArray && urls.isEmpty();
  }
}
