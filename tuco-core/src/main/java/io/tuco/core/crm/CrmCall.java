package io.tuco.core.crm;

import java.util.Map;

/**
 * One HTTP call to a CRM, before its address and its token: the transport adds both.
 *
 * @param path with its query, from the CRM's base URL on; begins with a slash
 * @param headers without {@code Authorization}, unless the call speaks for nobody and the dialogue
 *     itself was given a token for it
 * @param body empty for a call without a body
 * @param isRepeatable whether sending it twice comes to the same as once, so that the transport may
 *     repeat it after an answer that never came
 * @param pace the pacing window it counts in, beside the account's own; see {@link CrmPaces}
 */
public record CrmCall(
    String method,
    String path,
    Map<String, String> headers,
    byte[] body,
    Authority authority,
    boolean isRepeatable,
    String pace) {

  /** Who the call speaks as. */
  public enum Authority {
    /** The connection's token. */
    CONNECTION,
    /** Nobody: the credentials are in the body. */
    NONE
  }

  public CrmCall {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash");
    }
    headers = Map.copyOf(headers);
  }

  /** Neither path nor body: both may name people. */
  @Override
  public String toString() {
    return method + " •••";
  }
}
