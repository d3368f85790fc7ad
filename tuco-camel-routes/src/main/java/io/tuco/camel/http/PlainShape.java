package io.tuco.camel.http;

import java.util.Optional;

/** The shape of {@code /api} and of whatever has none of its own. */
record PlainShape(RequestIds ids) implements AnswerShape {

  private static final HttpAnswer STORE_AWAY =
      HttpAnswer.error(503, "Store not available").with("Retry-After", "1");
  private static final HttpAnswer BROKEN = HttpAnswer.error(500, "Internal server error");

  @Override
  public String requestId(Optional<String> given) {
    return ids.of(given);
  }

  @Override
  public HttpAnswer framed(HttpAnswer answer, String requestId) {
    return answer.with(RequestIds.HEADER, requestId);
  }

  @Override
  public HttpAnswer broken(boolean isStoreAway) {
    return said(isStoreAway);
  }

  static HttpAnswer said(boolean isStoreAway) {
    return isStoreAway ? STORE_AWAY : BROKEN;
  }
}
