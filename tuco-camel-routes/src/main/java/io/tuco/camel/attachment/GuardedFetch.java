package io.tuco.camel.attachment;

import io.tuco.camel.attachment.FetchResult.Failed;
import io.tuco.camel.attachment.FetchResult.Refused;
import io.tuco.camel.outbound.GuardedTarget;
import io.tuco.camel.outbound.GuardedTarget.Reachable;
import io.tuco.camel.outbound.GuardedTarget.Unresolved;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Fetches users' URLs (security design, section 1): judged, looked up once, every address judged,
 * the connection made to a judged address under the host's own name. Redirects are a new judgement
 * or none; a body is counted while it comes and never unpacked. No thread waits for an answer.
 */
final class GuardedFetch {

  private static final int MOST_CONNECTIONS_PER_HOST = 1_024;

  private final AttachmentParts parts;
  private final WorkerExecutor workers;
  private final FetchFolder folder;
  private final FetchJudge judge;
  private final HttpClient client;

  GuardedFetch(AttachmentParts parts, WorkerExecutor workers, FetchFolder folder) {
    this.parts = parts;
    this.workers = workers;
    this.folder = folder;
    this.judge = new FetchJudge(parts.fetch(), workers);
    this.client =
        parts
            .vertx()
            .createHttpClient(
                new HttpClientOptions()
                    // A tarpit must not make other users of its host wait for a place.
                    .setMaxPoolSize(MOST_CONNECTIONS_PER_HOST)
                    .setKeepAlive(false)
                    .setDecompressionSupported(false));
  }

  /** Always succeeds. */
  Future<FetchResult> fetch(String url) {
    var download = new Download(folder, parts.fetch().maxBytes());
    var timer =
        parts
            .vertx()
            .setTimer(
                parts.fetch().totalLimit().toMillis(),
                late -> download.ends(new Failed(FetchResult.LATE)));
    visit(url, parts.fetch().redirects(), download);
    return download.result().onComplete(ended -> parts.vertx().cancelTimer(timer));
  }

  void close() {
    client.close();
  }

  private void visit(String url, int redirects, Download download) {
    workers
        .executeBlocking(() -> GuardedTarget.of(url, parts.urls(), parts.hosts()), false)
        .timeout(parts.fetch().lookupLimit().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(target -> connect(target, redirects, download))
        .onFailure(late -> download.ends(new Failed(FetchResult.NOT_REACHED)));
  }

  private void connect(GuardedTarget target, int redirects, Download download) {
    if (!(target instanceof Reachable reachable)) {
      download.ends(
          target instanceof Unresolved
              ? new Failed(FetchResult.NOT_REACHED)
              : new Refused(FetchResult.NOT_ALLOWED));
      return;
    }
    client
        .request(aimed(reachable))
        .onFailure(lost -> download.ends(FetchJudge.broken(lost)))
        .onSuccess(request -> ask(request, reachable, redirects, download));
  }

  private RequestOptions aimed(Reachable target) {
    var url = target.url();
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setServer(
                SocketAddress.inetSocketAddress(url.port(), target.address().getHostAddress()))
            .setHost(url.host())
            .setPort(url.port())
            .setSsl(target.isTls())
            .setURI(url.pathAndQuery())
            .setFollowRedirects(false)
            .setConnectTimeout(parts.fetch().connectLimit().toMillis());
    options.putHeader("User-Agent", "Tuco-Attachments/1").putHeader("Accept", "*/*");
    target.bracketedHost().ifPresent(host -> options.putHeader("Host", host));
    return options;
  }

  private void ask(HttpClientRequest request, Reachable target, int redirects, Download download) {
    download.begins(request);
    request.exceptionHandler(lost -> download.breaks(request, FetchJudge.broken(lost)));
    var peer = request.connection().remoteAddress().hostAddress();
    if (!target.address().getHostAddress().equals(peer)) {
      download.ends(new Refused(FetchResult.NOT_ALLOWED));
      return;
    }
    request
        .send()
        .onFailure(lost -> download.ends(FetchJudge.broken(lost)))
        .onSuccess(head -> receive(head, target, redirects, download));
  }

  private void receive(
      HttpClientResponse head, Reachable target, int redirects, Download download) {
    head.exceptionHandler(lost -> download.breaks(head.request(), FetchJudge.broken(lost)));
    var next = redirects > 0 ? Redirects.next(head, target.url()) : Redirects.NONE;
    if (next.isPresent()) {
      download.moves();
      visit(next.get(), redirects - 1, download);
      return;
    }
    var refusal = judge.ofHead(head);
    if (refusal.isPresent()) {
      download.ends(refusal.get());
      return;
    }
    head.pause();
    store(head, target, download);
  }

  private void store(HttpClientResponse head, Reachable target, Download download) {
    var said = new SaidType(target.url().text(), head.getHeader("Content-Type"));
    parts
        .vertx()
        .fileSystem()
        .open(
            download.path().toString(),
            new OpenOptions().setRead(false).setCreateNew(true).setPerms("rw-------"))
        .compose(file -> download.pour(head, file))
        .compose(whole -> judge.ofFile(download, said))
        .onSuccess(download::ends)
        .onFailure(broken -> download.ends(new Failed(FetchResult.NOT_STORED)));
  }
}
