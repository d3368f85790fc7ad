package io.tuco.camel.attachment;

import io.tuco.camel.attachment.FetchResult.Failed;
import io.tuco.camel.attachment.FetchResult.Fetched;
import io.tuco.camel.attachment.FetchResult.Refused;
import io.tuco.camel.attachment.OwnFiles.Own;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings a file that we keep to where the channels read it. Its owner is believed about its type
 * where its bytes are silent: nobody can make us read what is not theirs by it.
 */
final class OwnFetch {

  private static final String GONE = "the file is not kept any more";

  private final OwnFiles files;
  private final WorkerExecutor workers;
  private final FetchFolder folder;

  OwnFetch(OwnFiles files, WorkerExecutor workers, FetchFolder folder) {
    this.files = files;
    this.workers = workers;
    this.folder = folder;
  }

  boolean isFor(FileKey key) {
    return files.isOurs(key.url());
  }

  /** Always succeeds. */
  Future<FetchResult> fetch(FileKey key) {
    return workers
        .executeBlocking(() -> brought(key), false)
        .otherwise(broken -> new Failed(FetchResult.NOT_REACHED));
  }

  private FetchResult brought(FileKey key) throws IOException {
    var own = files.open(key.workspaceId(), key.url());
    return own.isEmpty() ? new Refused(GONE) : copied(own.get());
  }

  private FetchResult copied(Own own) throws IOException {
    var path = folder.next();
    try (var content = own.content()) {
      var bytes = Files.copy(content, path);
      return new Fetched(path, typeOf(own, path), bytes);
    } catch (IOException e) {
      folder.delete(path);
      throw e;
    }
  }

  private static SentType typeOf(Own own, Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      var isSound = own.contentType().startsWith("audio/");
      return FileMagic.typeOf(in.readNBytes(FileMagic.HEAD), isSound)
          .map(SentType::of)
          .orElseGet(() -> SentType.said(own.contentType()));
    }
  }
}
