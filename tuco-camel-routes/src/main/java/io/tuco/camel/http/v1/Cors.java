package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;

/** What a browser is told (/v1 contract, section 1): any page may call, with a key in a header. */
final class Cors {

  private static final String ALLOW = "Access-Control-Allow-";

  private Cors() {}

  /** The answer to the question that a browser asks before the call. */
  static HttpAnswer preflight() {
    return HttpAnswer.nothing()
        .with(ALLOW + "Methods", "GET, POST, DELETE, OPTIONS")
        .with(
            ALLOW + "Headers",
            "Authorization, Content-Type, X-Filename, Idempotency-Key, X-Request-Id")
        .with("Access-Control-Max-Age", "86400");
  }

  static HttpAnswer on(HttpAnswer answer) {
    return answer
        .with(ALLOW + "Origin", "*")
        .with("Access-Control-Expose-Headers", "Retry-After, X-Request-Id, Idempotency-Replayed");
  }
}
