package io.tuco.camel;

import io.tuco.camel.attachment.OwnFiles;
import io.tuco.core.engine.FileContent;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.StoredFile;
import io.tuco.core.store.FileStore;
import java.time.Clock;
import java.util.Optional;

/** The files that clients gave us to keep, as the shelf of what is sent knows them. */
final class KeptFiles implements OwnFiles {

  private final FileStore files;
  private final FileLinks links;
  private final Clock clock;

  KeptFiles(FileStore files, FileLinks links, Clock clock) {
    this.files = files;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public boolean isOurs(String url) {
    return links.ofUrl(url).isPresent();
  }

  /** A link may have grown old while its message waited; who may send the file was asked then. */
  @Override
  public Optional<Own> open(String workspaceId, String url) {
    return links
        .ofUrl(url)
        .filter(pass -> pass.workspaceId().equals(workspaceId))
        .flatMap(pass -> files.find(workspaceId, pass.fileId()))
        .filter(file -> file.isKept(clock.instant()))
        .map(this::own);
  }

  private Own own(StoredFile file) {
    return new Own(file.contentType(), new FileContent(files, file));
  }
}
