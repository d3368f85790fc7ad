package io.tuco.camel.attachment;

import io.tuco.camel.attachment.FetchResult.Failed;
import io.tuco.camel.attachment.FetchResult.Fetched;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way to the disk. The first end counts; any but a whole file closes the connection
 * and leaves nothing behind. Thread-safe.
 */
final class Download {

  private final FetchFolder folder;
  private final long maxBytes;
  private final Path path;
  private final Promise<FetchResult> end = Promise.promise();
  private @Nullable HttpClientRequest request;
  private long bytes;
  private boolean over;
  private boolean closed;

  Download(FetchFolder folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.path = folder.next();
  }

  Future<FetchResult> result() {
    return end.future();
  }

  Path path() {
    return path;
  }

  synchronized long bytes() {
    return bytes;
  }

  /** A connection is there; the request is the only handle to cut it. */
  synchronized void begins(HttpClientRequest connected) {
    request = connected;
    if (over) {
      connected.reset();
    }
  }

  /** The answer was only a sign to another place; how its connection ends is nobody's concern. */
  synchronized void moves() {
    var left = request;
    request = null;
    if (left != null) {
      left.reset();
    }
  }

  /** A connection was lost, which is the end unless it was left before. */
  synchronized void breaks(HttpClientRequest lost, FetchResult result) {
    if (lost == request) {
      ends(result);
    }
  }

  synchronized void ends(FetchResult result) {
    if (over) {
      return;
    }
    over = true;
    if (!(result instanceof Fetched)) {
      if (request != null) {
        request.reset();
      }
      folder.delete(path);
    }
    end.complete(result);
  }

  /**
   * Pours the body into the file, no faster than the disk takes it. Completes when the file is
   * whole and closed; after another end, never.
   */
  synchronized Future<Void> pour(HttpClientResponse from, AsyncFile to) {
    var poured = Promise.<Void>promise();
    end.future().onComplete(ended -> close(to));
    if (over) {
      folder.delete(path);
      return poured.future();
    }
    to.exceptionHandler(broken -> ends(new Failed(FetchResult.NOT_STORED)));
    from.endHandler(whole -> close(to).onComplete(poured))
        .handler(chunk -> take(chunk, from, to))
        .resume();
    return poured.future();
  }

  private synchronized void take(Buffer chunk, HttpClientResponse from, AsyncFile to) {
    if (over) {
      return;
    }
    bytes += chunk.length();
    if (bytes > maxBytes) {
      ends(FetchResult.longerThan(maxBytes));
      return;
    }
    to.write(chunk).onFailure(broken -> ends(new Failed(FetchResult.NOT_STORED)));
    if (to.writeQueueFull()) {
      from.pause();
      to.drainHandler(drained -> from.resume());
    }
  }

  private synchronized Future<Void> close(AsyncFile file) {
    if (closed) {
      return Future.succeededFuture();
    }
    closed = true;
    return file.close();
  }
}
