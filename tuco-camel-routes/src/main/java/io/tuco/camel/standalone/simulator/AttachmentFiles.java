package io.tuco.camel.standalone.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.nio.file.Path;

/** The bytes of attachments, one file per guid. */
final class AttachmentFiles {

  private final FileSystem files;
  private final Path folder;

  AttachmentFiles(FileSystem files, Path dataDir) {
    this.files = files;
    this.folder = dataDir.resolve("attachments");
  }

  Future<Void> store(AttachmentRow attachment, Buffer bytes) {
    return files
        .mkdirs(folder.toString())
        .compose(made -> files.writeFile(of(attachment.guid()).toString(), bytes));
  }

  /** Only for guids this simulator made up: a path is built from it. */
  Path of(String guid) {
    return folder.resolve(guid);
  }
}
