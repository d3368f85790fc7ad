package io.tuco.camel.event;

import io.tuco.camel.event.DeliveryAttempt.Answered;
import io.tuco.camel.event.DeliveryAttempt.ToPost;
import io.tuco.core.event.DeliveryAnswer;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClientRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A POST under way. The head of the answer decides, if it comes in time; how the body ends does not
 * matter. Thread-safe: told of by event loops, asked by a worker.
 */
final class RunningCall {

  private final ToPost attempt;
  private final AnswerCodec codec;
  private @Nullable HttpClientRequest request;
  private @Nullable DeliveryAnswer head;
  private boolean over;

  RunningCall(ToPost attempt, AnswerCodec codec) {
    this.attempt = attempt;
    this.codec = codec;
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

  /** Closes the connection: whatever it would still bring is not wanted. */
  synchronized void cut() {
    over = true;
    if (request != null) {
      request.reset();
    }
  }

  synchronized Answered end(AsyncResult<?> result) {
    return attempt.answered(Optional.ofNullable(head).orElseGet(() -> unanswered(result)));
  }

  private DeliveryAnswer unanswered(AsyncResult<?> result) {
    return over || result.succeeded()
        ? DeliveryAnswer.none("No answer in time")
        : codec.failure(result.cause());
  }
}
