package io.tuco.camel.event;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an answer only so far as to use its connection again: 64 KiB, then the call is
 * cut. Only how it begins is kept, by the call. For one answer.
 */
final class AnswerBody implements BodyCodec<Buffer>, BodyStream<Buffer> {

  private static final int MOST_BYTES = 64 * 1024;

  private final RunningCall call;
  private final Promise<Buffer> end = Promise.promise();
  private int seen;

  AnswerBody(RunningCall call) {
    this.call = call;
  }

  RunningCall call() {
    return call;
  }

  @Override
  public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
    handler.handle(Future.succeededFuture(this));
  }

  @Override
  public Future<Buffer> result() {
    return end.future();
  }

  @Override
  public Future<Void> write(Buffer data) {
    seen += data.length();
    call.bodyArrives(data);
    if (seen > MOST_BYTES) {
      call.cut();
    }
    return Future.succeededFuture();
  }

  @Override
  public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
    write(data).onComplete(handler);
  }

  @Override
  public void end(@Nullable Handler<AsyncResult<Void>> handler) {
    end.tryComplete(Buffer.buffer());
    if (handler != null) {
      handler.handle(Future.succeededFuture());
    }
  }

  @Override
  public void handle(Throwable broken) {
    end.tryFail(broken);
  }

  @Override
  public boolean writeQueueFull() {
    return false;
  }

  @Override
  public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
    return this;
  }

  @Override
  public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
    return this;
  }

  @Override
  public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }
}
