package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.message.Message;
import java.util.Optional;

/** Whether a key narrowed to some lines may see a message (API contract, section 1.1). */
final class MessageAccess {

  private MessageAccess() {}

  static boolean reaches(ApiCall call, Message message) {
    return message.origin().lineId().map(call.access().key()::reaches).orElse(true);
  }

  static Optional<HttpAnswer> refusal(ApiCall call, Message message) {
    return message.origin().lineId().flatMap(line -> LineAccess.refusal(call, line));
  }
}
