package io.tuco.camel.http.api;

import io.tuco.camel.http.AnswerShape;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.RequestIds;
import io.tuco.camel.http.StatusCodes;
import io.tuco.core.IdGenerator;
import java.util.Optional;

/** An error has a code beside its text, its own or that of its status. */
record ApiShape(AnswerShape plain) implements AnswerShape {

  static ApiShape of(IdGenerator ids) {
    return new ApiShape(AnswerShape.plain(new RequestIds(ids)));
  }

  @Override
  public String requestId(Optional<String> given) {
    return plain.requestId(given);
  }

  @Override
  public HttpAnswer framed(HttpAnswer answer, String requestId) {
    return plain.framed(StatusCodes.coded(answer), requestId);
  }

  @Override
  public HttpAnswer broken(boolean isStoreAway) {
    return plain.broken(isStoreAway);
  }
}
