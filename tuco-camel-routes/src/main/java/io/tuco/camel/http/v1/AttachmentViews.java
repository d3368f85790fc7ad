package io.tuco.camel.http.v1;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.Send;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a message (/v1 contract, section 5): the URLs of those that we keep are valid anew,
 * those that came in lie where they came in.
 */
final class AttachmentViews {

  private final FileLinks links;
  private final Clock clock;

  AttachmentViews(FileLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  List<Map<String, @Nullable Object>> of(Message message) {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    var given = message.content().attachments();
    for (var place = 0; place < given.size(); place++) {
      all.add(sent(given.get(place), file(message, place)));
    }
    message.annotations().arrival().files().forEach(file -> all.add(received(file)));
    return all;
  }

  /** What of an attachment names it again: the id of a file that we keep, else its URL. */
  String reference(Attachment attachment) {
    return links
        .ofUrl(attachment.url())
        .map(pass -> IdKind.FILE.print(pass.fileId()))
        .orElse(attachment.url());
  }

  private Map<String, @Nullable Object> sent(Attachment attachment, Optional<PartFile> file) {
    return new JsonFields()
        .putOrNull("filename", file.map(PartFile::name).or(attachment::name))
        .putOrNull("mime_type", file.map(PartFile::contentType))
        .putOrNull("size", file.map(PartFile::bytes))
        .put("url", links.renewed(attachment.url(), clock.instant()))
        .putOrNull("transcription", Optional.empty())
        .tree();
  }

  private Map<String, @Nullable Object> received(ReceivedFile file) {
    return new JsonFields()
        .putOrNull("filename", file.name())
        .putOrNull("mime_type", file.contentType())
        .putOrNull("size", file.bytes())
        .putOrNull("url", file.url().map(url -> links.renewed(url, clock.instant())))
        .putOrNull("transcription", Optional.empty())
        .tree();
  }

  private static Optional<PartFile> file(Message message, int place) {
    return message.progress().send().map(Send::parts).stream()
        .flatMap(List::stream)
        .flatMap(part -> part.file().stream())
        .filter(file -> file.place() == place)
        .findFirst();
  }
}
