package io.tuco.camel.attachment;

import io.netty.channel.ConnectTimeoutException;
import io.tuco.camel.attachment.FetchResult.Failed;
import io.tuco.camel.attachment.FetchResult.Fetched;
import io.tuco.camel.attachment.FetchResult.Refused;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What an answer's head and a file's first bytes mean for the fetch. */
final class FetchJudge {

  private static final int OK = 200;

  private final FetchLimits limits;
  private final WorkerExecutor workers;

  FetchJudge(FetchLimits limits, WorkerExecutor workers) {
    this.limits = limits;
    this.workers = workers;
  }

  /** Empty when the body may come. */
  Optional<FetchResult> ofHead(HttpClientResponse head) {
    if (head.statusCode() != OK) {
      return Optional.of(FetchResult.ofStatus(head.statusCode()));
    }
    // Only spares the transfer: the body is counted whatever was announced.
    return Optional.ofNullable(head.getHeader("Content-Length"))
        .filter(length -> length.matches("\\d{1,18}") && Long.parseLong(length) > limits.maxBytes())
        .map(length -> FetchResult.longerThan(limits.maxBytes()));
  }

  Future<FetchResult> ofFile(Download download, SaidType said) {
    if (download.bytes() == 0) {
      return Future.succeededFuture(new Refused(FetchResult.EMPTY));
    }
    return workers.executeBlocking(() -> sniffed(download, said), false);
  }

  static FetchResult broken(Throwable cause) {
    return cause instanceof ConnectTimeoutException || cause instanceof TimeoutException
        ? new Failed(FetchResult.LATE)
        : new Failed(FetchResult.NOT_REACHED);
  }

  private static FetchResult sniffed(Download download, SaidType said) throws IOException {
    return FileMagic.typeOf(head(download.path()), said.isSound())
        .<FetchResult>map(type -> new Fetched(download.path(), SentType.of(type), download.bytes()))
        .orElseGet(() -> new Refused(FetchResult.NOT_SUPPORTED));
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(FileMagic.HEAD);
    }
  }
}
