package io.tuco.camel.standalone.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A simulated relay on 127.0.0.1 that answers like a BlueBubbles 1.9.9 server and sends to nobody
 * (relay contract; settled answers, items 1 and 3).
 *
 * <p>One process plays any number of devices: {@code relayUrl()} is the device {@code default},
 * {@code relayUrl() + "/mac-2"} is another. What was asked and what left is on disk before the
 * answer, so a simulator started again on the same data directory goes on where a killed one
 * stopped. Faults are armed under {@link #controlUrl()} and are forgotten by a restart.
 *
 * <p>Safe for use by several threads. Stops by itself when nobody asks anything for the options'
 * idle limit.
 */
public final class RelaySimulator implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final int LARGEST_FORM_FIELD = 1 << 20;
  private static final long STOP_SECONDS = 10;

  private final Vertx vertx;
  private final HttpServer server;
  private final RelayLog log;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private RelaySimulator(Vertx vertx, HttpServer server, RelayLog log) {
    this.vertx = vertx;
    this.server = server;
    this.log = log;
  }

  /**
   * Reads back what the data directory remembers and listens.
   *
   * @throws UncheckedIOException when the directory or the port cannot be used
   * @throws IllegalStateException when another simulator works in the directory, or its log was
   *     damaged
   */
  public static RelaySimulator start(RelaySimulatorOptions options) {
    createDataDir(options);
    var vertx = lean();
    try {
      var stage = Stage.set(options, vertx);
      var simulator = new RelaySimulator(vertx, listen(options, vertx, stage), stage.log());
      simulator.stopWhenIdle(stage.watch());
      return simulator;
    } catch (RuntimeException e) {
      vertx.close();
      throw e;
    }
  }

  public int port() {
    return server.actualPort();
  }

  /** The base URL of the device {@code default}. */
  public String relayUrl() {
    return "http://" + HOST + ":" + port();
  }

  public String controlUrl() {
    return relayUrl() + ControlApi.PATH;
  }

  /** Waits until the simulator has stopped, by {@link #close()} or out of idleness. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops listening and closes the log. May be called again. */
  @Override
  public void close() {
    stop();
    try {
      if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The relay simulator did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    if (stopping.compareAndSet(false, true)) {
      server
          .close()
          .transform(closed -> log.close())
          .onComplete(closed -> vertx.close().onComplete(gone -> stopped.countDown()));
    }
  }

  private void stopWhenIdle(IdleWatch watch) {
    vertx.setPeriodic(
        watch.pause().toMillis(),
        look -> {
          if (watch.looksIdle()) {
            stop();
          }
        });
  }

  private static HttpServer listen(RelaySimulatorOptions options, Vertx vertx, Stage stage) {
    var http =
        new HttpServerOptions()
            .setHost(HOST)
            .setHttp2ClearTextEnabled(false)
            .setMaxFormAttributeSize(LARGEST_FORM_FIELD);
    try {
      var server = vertx.createHttpServer(http).requestHandler(stage::enter);
      return await(server.listen(options.port()));
    } catch (CompletionException e) {
      await(stage.log().close());
      var cause = new IOException(e.getCause());
      var place = HOST + ":" + options.port();
      throw new UncheckedIOException("The relay simulator could not listen on " + place, cause);
    }
  }

  /** For the caller's thread, which is none of the event loop's. */
  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static void createDataDir(RelaySimulatorOptions options) {
    try {
      Files.createDirectories(options.dataDir());
    } catch (IOException e) {
      throw new UncheckedIOException("The relay simulator could not use its data directory", e);
    }
  }

  /** One event loop, and workers only for attachments. */
  private static Vertx lean() {
    var files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(files));
  }
}
