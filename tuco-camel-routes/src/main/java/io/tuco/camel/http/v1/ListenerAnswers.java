package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.IdGenerator;
import java.util.Optional;

/** What a server says by itself of a request for the facade, in the facade's words. */
public final class ListenerAnswers {

  private ListenerAnswers() {}

  /**
   * @param status what it would say in words of its own; of a request that cannot be read it is 400
   * @param text the same, without a full stop
   */
  public static HttpAnswer of(int status, String text, IdGenerator ids) {
    var shape = new V1Shape(ids);
    return shape.framed(said(status, text), shape.requestId(Optional.empty()));
  }

  private static HttpAnswer said(int status, String text) {
    return switch (status) {
      case 404 -> ErrorCode.ROUTE_NOT_FOUND.answer();
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED.answer();
      case 500 -> ErrorCode.INTERNAL_ERROR.answer();
      case 503 -> ErrorCode.SERVICE_UNAVAILABLE.answer().with("Retry-After", "1");
      default -> ErrorCode.INVALID_JSON.saying(text + ".");
    };
  }
}
