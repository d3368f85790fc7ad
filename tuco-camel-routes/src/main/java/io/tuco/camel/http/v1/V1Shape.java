package io.tuco.camel.http.v1;

import io.tuco.camel.http.AnswerShape;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.RequestIds;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.IdGenerator;
import java.util.Optional;

/**
 * Every answer bears the id of its request, in the body and in a header. An answer that is given
 * again bears that of the request it was first given to.
 */
final class V1Shape implements AnswerShape {

  private static final String FIELD = "request_id";

  private final IdGenerator ids;

  V1Shape(IdGenerator ids) {
    this.ids = ids;
  }

  /** The client's own is not echoed: ids of requests have one form here. */
  @Override
  public String requestId(Optional<String> given) {
    return "req_" + ids.objectId();
  }

  @Override
  public HttpAnswer framed(HttpAnswer answer, String requestId) {
    var named = answer.content().isPresent() ? answer : named(answer, requestId);
    var id = named.body().get(FIELD) instanceof String text ? text : requestId;
    return Cors.on(named).with(RequestIds.HEADER, id);
  }

  /** The answer with the id in its body. */
  static HttpAnswer named(HttpAnswer answer, String requestId) {
    return answer.body().containsKey(FIELD)
        ? answer
        : answer.withBody(new JsonFields().putAll(answer.body()).put(FIELD, requestId));
  }

  @Override
  public HttpAnswer broken(boolean isStoreAway) {
    return isStoreAway
        ? ErrorCode.SERVICE_UNAVAILABLE.answer().with("Retry-After", "1")
        : ErrorCode.INTERNAL_ERROR.answer();
  }
}
