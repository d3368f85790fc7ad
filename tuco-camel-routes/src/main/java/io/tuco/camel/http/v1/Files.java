package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.intake.AttachmentWords;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that were uploaded, as attachments of a send. */
final class Files {

  private static final int MOST = 1;

  private final FileStore files;
  private final FileLinks links;
  private final Clock clock;

  Files(FileStore files, FileLinks links, Clock clock) {
    this.files = files;
    this.links = links;
    this.clock = clock;
  }

  /** The core's ids; empty unless it is an array of no more files than a message may have. */
  static Optional<List<String>> ids(Object value) {
    if (!(value instanceof List<?> items) || items.size() > MOST) {
      return Optional.empty();
    }
    var ids = new ArrayList<String>();
    for (var item : items) {
      var id = item instanceof String text ? IdKind.FILE.parse(text) : Optional.<String>empty();
      if (id.isEmpty()) {
        return Optional.empty();
      }
      ids.add(id.get());
    }
    return Optional.of(ids);
  }

  OrAnswer<AttachmentWords> attachments(String workspaceId, List<String> ids) {
    var urls = new ArrayList<Optional<String>>();
    var names = new ArrayList<String>();
    for (var id : ids) {
      var file = find(workspaceId, id);
      if (file.isEmpty()) {
        return OrAnswer.answer(ErrorCode.FILE_NOT_FOUND.answerOf("attachments"));
      }
      urls.add(Optional.of(url(file.get())));
      file.get().name().ifPresent(names::add);
    }
    return OrAnswer.of(new AttachmentWords(true, urls, names));
  }

  /** A file that is still kept. */
  Optional<StoredFile> find(String workspaceId, String id) {
    return files.find(workspaceId, id).filter(file -> file.isKept(clock.instant()));
  }

  /** By which it can be sent, and be read for a day. */
  String url(StoredFile file) {
    var until = clock.instant().plus(FileLinks.LINK_LIFE);
    return links.url(file.workspaceId(), file.id(), until);
  }
}
