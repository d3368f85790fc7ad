package io.tuco.camel.attachment;

import io.tuco.camel.attachment.FetchResult.Failed;
import io.tuco.camel.attachment.FetchResult.Fetched;
import io.tuco.camel.attachment.FetchResult.Refused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One fetch per key at a time, tried a few times; what it brings is kept. Thread-safe. */
final class FileCache {

  private final Vertx vertx;
  private final ShelfLimits limits;
  private final LongSupplier nanos;
  private final Function<FileKey, Future<FetchResult>> fetch;
  private final FileBook book;
  private final Map<FileKey, Future<FetchResult>> running = new HashMap<>();

  FileCache(
      Vertx vertx,
      ShelfLimits limits,
      LongSupplier nanos,
      Function<FileKey, Future<FetchResult>> fetch) {
    this.vertx = vertx;
    this.limits = limits;
    this.nanos = nanos;
    this.fetch = fetch;
    this.book = new FileBook(limits);
  }

  FileBook book() {
    return book;
  }

  /** What is known, or the fetch under way, or one that begins now. Always succeeds. */
  Future<FetchResult> get(FileKey key) {
    Promise<FetchResult> mine;
    synchronized (this) {
      var known = known(key);
      if (known.isPresent()) {
        return known.get();
      }
      mine = Promise.promise();
      running.put(key, mine.future());
    }
    attempt(key, limits.tries()).onSuccess(result -> ended(key, result, mine));
    return mine.future();
  }

  private Optional<Future<FetchResult>> known(FileKey key) {
    return Optional.ofNullable(running.get(key))
        .or(() -> book.latest(key, nanos.getAsLong()).map(Future::succeededFuture));
  }

  private void ended(FileKey key, FetchResult result, Promise<FetchResult> waiting) {
    synchronized (this) {
      book.enter(key, result, nanos.getAsLong());
      running.remove(key);
    }
    waiting.complete(result);
  }

  private Future<FetchResult> attempt(FileKey key, int left) {
    return fetch
        .apply(key)
        .compose(
            result -> {
              if (!(result instanceof Failed failed)) {
                return Future.succeededFuture(result);
              }
              return left > 1
                  ? vertx.timer(limits.pause().toMillis()).compose(go -> attempt(key, left - 1))
                  : Future.succeededFuture(new Refused(failed.cause()));
            });
  }

  /** Keeps the file for this use, if it is still the fresh one. */
  Optional<Fetched> hold(FileKey key, FileUse use) {
    return book.hold(key, use, nanos.getAsLong());
  }
}
