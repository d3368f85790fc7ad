package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.message.Message;
import java.util.Optional;

/** Whether a key narrowed to some lines may see a message (API contract, section 1.1). */
final class MessageAccess {

  private static final HttpAnswer LINE_NOT_ACCESSIBLE =
      HttpAnswer.error(403, "Line not accessible", "line_not_accessible");

  private MessageAccess() {}

  static Optional<HttpAnswer> refusal(ApiCall call, Message message) {
    return message.origin().lineId().map(call.access().key()::reaches).orElse(true)
        ? Optional.empty()
        : Optional.of(LINE_NOT_ACCESSIBLE);
  }
}
