package io.tuco.camel.http;

import java.util.Optional;

/** What all answers of a facade have in common, whoever gives them. */
public interface AnswerShape {

  /**
   * @param given the id that the client sent
   */
  String requestId(Optional<String> given);

  /** The answer as it leaves. */
  HttpAnswer framed(HttpAnswer answer, String requestId);

  /** Something of ours is broken, or the store is away: in neither case is anything told of it. */
  HttpAnswer broken(boolean isStoreAway);

  /** An error is a text, and the client's own request id is echoed (API contract, section 1). */
  static AnswerShape plain(RequestIds ids) {
    return new PlainShape(ids);
  }
}
