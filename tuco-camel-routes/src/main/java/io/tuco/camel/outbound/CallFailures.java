package io.tuco.camel.outbound;

import io.netty.channel.ConnectTimeoutException;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Tells failures before the first byte from those after it; in doubt, after it. */
final class CallFailures {

  private CallFailures() {}

  static Failed from(Throwable cause) {
    if (cause instanceof UnknownHostException) {
      return new Failed(true, "The host name could not be resolved");
    }
    if (cause instanceof ConnectTimeoutException) {
      return new Failed(true, "The connection timed out");
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return new Failed(true, "The connection was refused");
    }
    if (cause instanceof SSLException) {
      return new Failed(isHandshake(cause), "The TLS connection failed");
    }
    if (cause instanceof TimeoutException) {
      return new Failed(false, "The operation was aborted due to timeout");
    }
    if (cause instanceof AnswerTooLongException) {
      return new Failed(false, "The answer was too long");
    }
    return new Failed(false, "The connection was lost");
  }

  private static boolean isHandshake(Throwable cause) {
    return cause instanceof SSLHandshakeException;
  }
}
