package io.tuco.camel.event;

import io.netty.channel.ConnectTimeoutException;
import io.tuco.camel.outbound.RetryAfter;
import io.tuco.core.event.DeliveryAnswer;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an endpoint answered. Its sentences are shown to the endpoint's owner: they name
 * neither URLs nor addresses.
 */
final class AnswerCodec {

  private static final Set<Integer> LATER = Set.of(429, 503);

  private final Clock clock;

  AnswerCodec(Clock clock) {
    this.clock = clock;
  }

  DeliveryAnswer head(int status, @Nullable String retryAfter) {
    var plain = DeliveryAnswer.status(status);
    var later =
        Optional.ofNullable(retryAfter)
            .filter(text -> LATER.contains(status))
            .flatMap(text -> RetryAfter.parse(text, clock.instant()));
    return plain.askingFor(later);
  }

  DeliveryAnswer failure(Throwable cause) {
    if (cause instanceof ConnectTimeoutException) {
      return DeliveryAnswer.unconnected();
    }
    return cause instanceof TimeoutException
        ? DeliveryAnswer.late()
        : DeliveryAnswer.none(sentence(cause));
  }

  private static String sentence(Throwable cause) {
    if (cause instanceof SSLException) {
      return "TLS failed";
    }
    if (cause instanceof ConnectException) {
      return "Connection refused";
    }
    return cause instanceof SocketException ? "Connection failed" : "Connection ended unanswered";
  }
}
