package io.tuco.core.crm;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a CRM to us, as it arrived.
 *
 * @param hook which of the connector's {@link CrmHooks#names()} was called
 * @param url as the CRM called it: the configured public base, path and query in received order
 * @param headers names in lower case
 * @param token of the query of an unsigned hook, where there was one
 */
public record HookCall(
    String hook,
    String method,
    String url,
    Map<String, String> headers,
    byte[] body,
    Optional<String> token,
    Instant receivedAt) {

  public HookCall {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Not the URL, which may carry a secret, nor the body. */
  @Override
  public String toString() {
    return method + " " + hook;
  }
}
