package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.event.DeliveryAttempt.Answered;
import io.tuco.camel.event.DeliveryAttempt.ToPost;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.DeliveryTry;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A POST under way. The head of the answer decides, if it comes in time; how the body ends does not
 * matter. Thread-safe: told of by event loops, asked by a worker.
 */
final class RunningCall {

  private static final int MOST_KEPT = 4 * DeliveryTry.LONGEST_RESPONSE;

  private final ToPost attempt;
  private final AnswerCodec codec;
  private final LongSupplier nanos;
  private final long begunAt;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private @Nullable HttpClientRequest request;
  private @Nullable DeliveryAnswer head;
  private boolean over;

  RunningCall(ToPost attempt, AnswerCodec codec, LongSupplier nanos) {
    this.attempt = attempt;
    this.codec = codec;
    this.nanos = nanos;
    this.begunAt = nanos.getAsLong();
  }

  /** Told before a byte is written: to another peer than was judged none is. */
  synchronized void begins(HttpClientRequest connected) {
    request = connected;
    if (!isJudged(connected)) {
      head = DeliveryAnswer.none(DeliveryAttempts.NOT_ALLOWED);
      over = true;
    }
    if (over) {
      connected.reset();
    }
  }

  private boolean isJudged(HttpClientRequest connected) {
    var judged = attempt.call().target().address().getHostAddress();
    return judged.equals(connected.connection().remoteAddress().hostAddress());
  }

  synchronized void headArrives(int status, @Nullable String retryAfter) {
    if (!over) {
      head = codec.head(status, retryAfter);
    }
  }

  /** Keeps how the body begins: enough for the log, whatever its characters are made of. */
  synchronized void bodyArrives(Buffer data) {
    var room = Math.min(MOST_KEPT - beginning.size(), data.length());
    if (!over && room > 0) {
      beginning.write(data.getBytes(0, room), 0, room);
    }
  }

  /** Closes the connection: whatever it would still bring is not wanted. */
  synchronized void cut() {
    over = true;
    if (request != null) {
      request.reset();
    }
  }

  synchronized Answered end(AsyncResult<?> result) {
    var answer =
        Optional.ofNullable(head)
            .map(told -> told.saying(beginning.toString(UTF_8)))
            .orElseGet(() -> unanswered(result));
    return attempt.answered(answer.in(Duration.ofNanos(nanos.getAsLong() - begunAt)));
  }

  private DeliveryAnswer unanswered(AsyncResult<?> result) {
    return over || result.succeeded() ? DeliveryAnswer.late() : codec.failure(result.cause());
  }
}
