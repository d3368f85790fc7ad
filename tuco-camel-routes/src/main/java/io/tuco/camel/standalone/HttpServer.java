package io.tuco.camel.standalone;

import io.tuco.core.IdGenerator;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * The program's HTTP listener: a Vert.x server that {@code platform-http} routes of one context are
 * served by. Bounded in line, headers, body and time; what no route answers is answered as JSON.
 *
 * <p>Camel's own server class takes none of these bounds, hence this one.
 */
public final class HttpServer implements AutoCloseable {

  /** What one request may cost. */
  private static final long MAX_BODY_BYTES = 1024 * 1024;

  private static final int MAX_LINE_BYTES = 8 * 1024;
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_FORM_FIELDS = 256;

  /** Longer than the longest answer may take: a hundred look-ups, three seconds apart. */
  private static final int IDLE_SECONDS = 360;

  private static final Duration WHOLE_REQUEST = Duration.ofSeconds(30);

  /** 25 MB over a line of 1 Mbit/s. */
  private static final Duration WHOLE_UPLOAD = Duration.ofMinutes(5);

  /** A worker spends most of a request waiting for the store, which commits many writes at once. */
  private static final int WORKERS = 64;

  private static final long LIFECYCLE_SECONDS = 30;

  private final Vertx vertx;
  private final io.vertx.core.http.HttpServer server;

  private final AtomicBoolean serving;

  private HttpServer(Vertx vertx, io.vertx.core.http.HttpServer server, AtomicBoolean serving) {
    this.vertx = vertx;
    this.server = server;
    this.serving = serving;
  }

  /**
   * Listens at once, and serves the context's routes from {@link #serve()} on; until then callers
   * are told to come again. To be called before any {@code platform-http} route is added.
   *
   * @param port 0 for any free one
   */
  public static HttpServer start(CamelContext context, String host, int port, IdGenerator ids) {
    return start(context, host, port, ids, WHOLE_REQUEST);
  }

  static HttpServer start(
      CamelContext context, String host, int port, IdGenerator ids, Duration wholeRequest) {
    var vertx = Vertx.vertx(options());
    var router = Router.router(vertx);
    var answers = new ServerAnswers(ids);
    answers.installOn(router);
    router.route().handler(new RequestTimeLimit(wholeRequest, WHOLE_UPLOAD));
    var serving = new AtomicBoolean();
    router.route().handler(rc -> whenServing(serving, rc));
    context.getRegistry().bind("tuco-vertx", vertx);
    context
        .getRegistry()
        .bind(VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO, camelRouter(vertx, router));
    context
        .getRegistry()
        .bind(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, new ParkingHttpEngine());
    var server = vertx.createHttpServer(serverOptions(host, port));
    server.requestHandler(router).invalidRequestHandler(answers::invalid);
    await(server.listen());
    return new HttpServer(vertx, server, serving);
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    await(server.close());
    await(vertx.close());
  }

  /** Everything is in place: requests reach the routes from now on. */
  public void serve() {
    serving.set(true);
  }

  /** Callers are told to come again, before the routes behind go. */
  public void turnAway() {
    serving.set(false);
  }

  private static void whenServing(AtomicBoolean serving, RoutingContext rc) {
    if (serving.get()) {
      rc.next();
    } else {
      rc.fail(503);
    }
  }

  /** The router that Camel's consumers look up; each asks it for a body handler of its own. */
  private static VertxPlatformHttpRouter camelRouter(Vertx vertx, Router router) {
    return new CamelRouter(vertx, router);
  }

  private static final class CamelRouter extends VertxPlatformHttpRouter {
    CamelRouter(Vertx vertx, Router router) {
      super(null, vertx, router, PLATFORM_HTTP_ROUTER_NAME_ZERO);
    }

    @Override
    public Handler<RoutingContext> bodyHandler() {
      // No uploads: nothing a client sends is written to a disk.
      return BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES).setMergeFormAttributes(false);
    }
  }

  /** No file of ours is served from the class path, so none has to be unpacked at start. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setWorkerPoolSize(WORKERS)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static HttpServerOptions serverOptions(String host, int port) {
    return new HttpServerOptions()
        .setHost(host)
        .setPort(port)
        .setIdleTimeout(IDLE_SECONDS)
        .setMaxInitialLineLength(MAX_LINE_BYTES)
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setMaxFormFields(MAX_FORM_FIELDS)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false);
  }

  private static <T> void await(Future<T> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(LIFECYCLE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the HTTP listener: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the HTTP listener did not come or go in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
