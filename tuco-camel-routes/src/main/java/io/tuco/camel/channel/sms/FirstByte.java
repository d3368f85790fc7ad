package io.tuco.camel.channel.sms;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Stands between connecting and writing: what fails before a call has passed here left no byte,
 * whatever the exception says (name, connection, TLS); what fails after it may have been read.
 */
final class FirstByte implements ExecChainHandler {

  private static final String PASSED = "tuco-first-byte";

  static boolean mayHaveLeft(HttpClientContext context) {
    return context.getAttribute(PASSED) != null;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    scope.clientContext.setAttribute(PASSED, Boolean.TRUE);
    return chain.proceed(request, scope);
  }
}
