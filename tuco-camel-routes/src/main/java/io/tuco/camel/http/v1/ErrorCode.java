package io.tuco.camel.http.v1;

import static io.tuco.camel.http.v1.ErrorType.API_ERROR;
import static io.tuco.camel.http.v1.ErrorType.AUTHENTICATION_ERROR;
import static io.tuco.camel.http.v1.ErrorType.AUTHORIZATION_ERROR;
import static io.tuco.camel.http.v1.ErrorType.INVALID_REQUEST_ERROR;
import static io.tuco.camel.http.v1.ErrorType.NOT_FOUND_ERROR;
import static io.tuco.camel.http.v1.ErrorType.RATE_LIMIT_ERROR;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.JsonFields;
import java.util.Locale;
import java.util.Optional;

/**
 * Every error of the facade (/v1 contract, section 2). The texts are ours but for that of {@link
 * #CONTACT_HAS_NOT_MESSAGED}.
 */
enum ErrorCode {
  MISSING_API_KEY(AUTHENTICATION_ERROR, 401, "Send an API key as 'Authorization: Bearer <key>'."),
  INVALID_API_KEY(AUTHENTICATION_ERROR, 401, "The API key is not valid."),
  INSUFFICIENT_SCOPE(AUTHORIZATION_ERROR, 403, "The API key lacks a scope that this call needs."),
  LINE_NOT_ACCESSIBLE(AUTHORIZATION_ERROR, 403, "The API key may not use this line."),
  SANDBOX_NOT_ACTIVATED(
      AUTHORIZATION_ERROR, 403, "The sandbox is not activated: text the code to its line first."),
  SANDBOX_REQUIRES_OWNER(
      AUTHORIZATION_ERROR, 403, "The sandbox needs an API key that belongs to a user."),
  CONTACT_HAS_NOT_MESSAGED(
      INVALID_REQUEST_ERROR, 403, "Cannot send to a contact who has not messaged this line first."),
  MISSING_REQUIRED_PARAMETER(INVALID_REQUEST_ERROR, 400, "A required parameter is missing."),
  INVALID_PARAMETER_VALUE(INVALID_REQUEST_ERROR, 400, "A parameter has an invalid value."),
  INVALID_JSON(INVALID_REQUEST_ERROR, 400, "The request body must be a JSON object."),
  SANDBOX_CONTACT_MISMATCH(
      INVALID_REQUEST_ERROR, 400, "The sandbox line writes to its paired phone alone."),
  EMPTY_FILE(INVALID_REQUEST_ERROR, 400, "The file is empty."),
  FILE_TOO_LARGE(INVALID_REQUEST_ERROR, 400, "The file is larger than 25 MB."),
  ADVANCED_FEATURES_REQUIRED(
      INVALID_REQUEST_ERROR, 400, "The line's device cannot do this without its private API."),
  IDEMPOTENCY_KEY_IN_PROGRESS(
      INVALID_REQUEST_ERROR, 409, "A request with this Idempotency-Key is still in progress."),
  IDEMPOTENCY_KEY_REUSED(
      INVALID_REQUEST_ERROR,
      422,
      "The Idempotency-Key was already used with a different request body."),
  WORKSPACE_READ_ONLY(INVALID_REQUEST_ERROR, 402, "The workspace is read-only."),
  METHOD_NOT_ALLOWED(INVALID_REQUEST_ERROR, 405, "The path has no such method."),
  ROUTE_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such path."),
  LINE_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such line."),
  CHAT_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such chat."),
  MESSAGE_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such message."),
  OUTBOX_ITEM_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such outbox item."),
  WEBHOOK_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such webhook."),
  FILE_NOT_FOUND(NOT_FOUND_ERROR, 404, "There is no such file."),
  RATE_LIMIT_EXCEEDED(RATE_LIMIT_ERROR, 429, "The API key has made its requests of this hour."),
  SANDBOX_QUOTA_EXCEEDED(RATE_LIMIT_ERROR, 429, "The sandbox has sent its messages of this day."),
  INTERNAL_ERROR(API_ERROR, 500, "Something of ours is broken; nothing was accepted."),
  SERVICE_UNAVAILABLE(API_ERROR, 503, "Not now; nothing was accepted.");

  private final ErrorType type;
  private final int status;
  private final String text;

  ErrorCode(ErrorType type, int status, String text) {
    this.type = type;
    this.status = status;
    this.text = text;
  }

  ErrorType type() {
    return type;
  }

  int status() {
    return status;
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  HttpAnswer answer() {
    return answer(text, Optional.empty());
  }

  /** The error of a parameter. */
  HttpAnswer answerOf(String param) {
    return answer(text, Optional.of(param));
  }

  /** The same in words of its own. */
  HttpAnswer answerOf(String param, String message) {
    return answer(message, Optional.of(param));
  }

  HttpAnswer saying(String message) {
    return answer(message, Optional.empty());
  }

  private HttpAnswer answer(String message, Optional<String> param) {
    var error =
        new JsonFields()
            .put("type", type.wire())
            .put("code", wire())
            .put("message", message)
            .putIf("param", param);
    return HttpAnswer.of(status, new JsonFields().put("error", error.tree()));
  }
}
