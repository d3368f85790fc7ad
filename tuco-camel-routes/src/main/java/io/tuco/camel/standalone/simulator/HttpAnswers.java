package io.tuco.camel.standalone.simulator;

import io.vertx.core.http.HttpServerResponse;

/** Puts an answer on the wire, unless the caller has gone. */
final class HttpAnswers {

  private HttpAnswers() {}

  static void write(HttpServerResponse response, RelayAnswer answer) {
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(answer.status()).putHeader("content-type", answer.contentType());
    answer
        .file()
        .ifPresentOrElse(
            file -> response.sendFile(file.toString()), () -> response.end(answer.body()));
  }
}
