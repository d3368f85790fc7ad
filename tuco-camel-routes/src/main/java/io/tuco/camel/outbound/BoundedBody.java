package io.tuco.camel.outbound;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;

/** Collects an answer's body up to a bound and fails beyond it. */
final class BoundedBody implements BodyCodec<Buffer> {

  private final int bound;

  BoundedBody(int bound) {
    this.bound = bound;
  }

  @Override
  public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
    handler.handle(Future.succeededFuture(new Collector(bound)));
  }

  private static final class Collector implements BodyStream<Buffer> {

    private final int bound;
    private final Buffer collected = Buffer.buffer();
    private final Promise<Buffer> result = Promise.promise();

    Collector(int bound) {
      this.bound = bound;
    }

    @Override
    public Future<Buffer> result() {
      return result.future();
    }

    @Override
    public void handle(Throwable cause) {
      result.tryFail(cause);
    }

    @Override
    public Future<Void> write(Buffer data) {
      if (collected.length() + data.length() > bound) {
        var tooLong = new AnswerTooLongException(bound);
        result.tryFail(tooLong);
        return Future.failedFuture(tooLong);
      }
      collected.appendBuffer(data);
      return Future.succeededFuture();
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
      write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
      result.tryComplete(collected);
      handler.handle(Future.succeededFuture());
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
      return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
      return this;
    }

    @Override
    public boolean writeQueueFull() {
      return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
      return this;
    }
  }
}
