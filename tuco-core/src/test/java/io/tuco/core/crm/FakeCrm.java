package io.tuco.core.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;

/** A CRM for tests, without a server: called in process, or through a small HTTP server. */
@FunctionalInterface
public interface FakeCrm {

  /**
   * A call and its effect.
   *
   * @param path with its query
   * @param headers names in lower case
   * @return empty when no answer ever comes
   */
  Optional<Reply> answer(String method, String path, Map<String, String> headers, byte[] body);

  /** An answer; header names as the CRM writes them. */
  record Reply(int status, Map<String, String> headers, byte[] body) {

    public Reply {
      headers = Map.copyOf(headers);
    }

    public static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
    }

    public String text() {
      return new String(body, UTF_8);
    }
  }
}
