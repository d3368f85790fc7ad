package io.tuco.camel.standalone;

import io.tuco.core.message.StoredFile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a file that a client sends to the disk while it comes: neither memory nor a thread waits
 * for a slow sender. What is longer than any file may be is read to its end, so that the client
 * hears why, but one byte too many is all of it that is kept.
 */
final class UploadSpool {

  private static final long MOST = StoredFile.MOST_BYTES + 1;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Path path;
  private final Promise<Void> whole = Promise.promise();
  private long left = MOST;

  private UploadSpool(Vertx vertx, HttpServerRequest request, Path path) {
    this.vertx = vertx;
    this.request = request;
    this.path = path;
  }

  /** Makes an empty file for the body; who does may block. */
  static UploadSpool of(Vertx vertx, HttpServerRequest request) throws IOException {
    return new UploadSpool(vertx, request, Files.createTempFile("tuco-upload", null));
  }

  /** Done when the body is whole; the request is paused until then. */
  Future<Void> receive() {
    return vertx
        .fileSystem()
        .open(path.toString(), new OpenOptions().setRead(false).setTruncateExisting(true))
        .compose(this::pour);
  }

  InputStream content() throws IOException {
    return Files.newInputStream(path);
  }

  /** May be called twice. */
  void discard() {
    vertx.fileSystem().delete(path.toString()).otherwiseEmpty();
  }

  private Future<Void> pour(AsyncFile file) {
    file.exceptionHandler(whole::tryFail);
    request
        .exceptionHandler(whole::tryFail)
        .endHandler(end -> whole.tryComplete())
        .handler(chunk -> take(chunk, file))
        .resume();
    return whole.future().eventually(() -> file.close());
  }

  private void take(Buffer chunk, AsyncFile file) {
    var length = (int) Math.min(left, chunk.length());
    left -= length;
    if (length > 0) {
      file.write(chunk.slice(0, length)).onFailure(whole::tryFail);
    }
    if (file.writeQueueFull()) {
      request.pause();
      file.drainHandler(drained -> request.resume());
    }
  }
}
