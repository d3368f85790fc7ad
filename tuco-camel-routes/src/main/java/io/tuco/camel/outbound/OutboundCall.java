package io.tuco.camel.outbound;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP call, complete: nothing is added to it on the way, and nothing in it is interpreted.
 *
 * @param url absolute, with its query; it may carry a password, so it is never logged
 * @param connectTo the vetted address to connect to; the URL's host stays the name in TLS and Host
 * @param limit from the start to the last byte of the answer
 * @param maxAnswerBytes a longer answer is a failure
 */
public record OutboundCall(
    String method,
    String url,
    Optional<InetAddress> connectTo,
    Map<String, String> headers,
    byte[] body,
    Duration limit,
    int maxAnswerBytes) {

  public OutboundCall {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return method + " •••";
  }
}
