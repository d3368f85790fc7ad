package io.tuco.camel.outbound;

import java.time.Duration;
import java.util.Map;

/**
 * One HTTP call, complete: nothing is added to it on the way, and nothing in it is interpreted.
 *
 * @param url absolute, with its query; it may carry a password, so it is never logged
 * @param limit from the start to the last byte of the answer
 * @param maxAnswerBytes a longer answer is a failure
 */
public record OutboundCall(
    String method,
    String url,
    Map<String, String> headers,
    OutboundBody body,
    Duration limit,
    int maxAnswerBytes) {

  public OutboundCall {
    headers = Map.copyOf(headers);
  }

  /** A call that carries these bytes; none for a call without a body. */
  public OutboundCall(
      String method,
      String url,
      Map<String, String> headers,
      byte[] body,
      Duration limit,
      int maxAnswerBytes) {
    this(method, url, headers, new OutboundBody.Bytes(body), limit, maxAnswerBytes);
  }

  @Override
  public String toString() {
    return method + " •••";
  }
}
