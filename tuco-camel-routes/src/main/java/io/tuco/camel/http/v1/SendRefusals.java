package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.Rejection;

/** What the core refuses of a send, in the facade's words. */
final class SendRefusals {

  private SendRefusals() {}

  static HttpAnswer of(Rejection rejection) {
    return switch (rejection.code()) {
      case EMPTY_CONTENT -> ErrorCode.MISSING_REQUIRED_PARAMETER.answerOf("text");
      case MESSAGE_TOO_LONG -> invalid("text", rejection);
      case ATTACHMENTS_NOT_AN_ARRAY, TOO_MANY_ATTACHMENTS, INVALID_ATTACHMENT_URL ->
          invalid("attachments", rejection);
      case FOREIGN_ATTACHMENT -> ErrorCode.FILE_NOT_FOUND.answerOf("attachments");
      case LINE_NOT_FOUND -> ErrorCode.LINE_NOT_FOUND.answerOf("from");
      case LINE_NOT_ACCESSIBLE -> ErrorCode.LINE_NOT_ACCESSIBLE.answerOf("from");
      case LINE_NOT_ACTIVE, LINE_CHANNEL_MISMATCH -> invalid("from", rejection);
      case CONTACT_HAS_NOT_MESSAGED ->
          ErrorCode.CONTACT_HAS_NOT_MESSAGED.answerOf("to", rejection.message());
      case RECIPIENT_MISSING ->
          ErrorCode.INVALID_PARAMETER_VALUE.answerOf(
              "to", "The 'to' field must be an address that the line can send to.");
      case READ_ONLY_WORKSPACE -> ErrorCode.WORKSPACE_READ_ONLY.answer();
      default -> invalid("to", rejection);
    };
  }

  private static HttpAnswer invalid(String param, Rejection rejection) {
    return ErrorCode.INVALID_PARAMETER_VALUE.answerOf(param, rejection.message() + ".");
  }
}
