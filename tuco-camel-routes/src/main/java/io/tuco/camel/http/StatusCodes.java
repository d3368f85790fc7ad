package io.tuco.camel.http;

import io.tuco.camel.json.JsonFields;
import java.util.Optional;

/** The {@code code} of an error of {@code /api} whose text has none of its own: by its status. */
public final class StatusCodes {

  private StatusCodes() {}

  /** The same with a code, if it is an error without one. */
  public static HttpAnswer coded(HttpAnswer answer) {
    var body = answer.body();
    if (answer.status() < 400 || !body.containsKey("error") || body.containsKey("code")) {
      return answer;
    }
    var fields = new JsonFields();
    body.forEach(
        (name, value) -> {
          fields.putOrNull(name, Optional.ofNullable(value));
          if (name.equals("error")) {
            fields.put("code", of(answer.status()));
          }
        });
    return answer.withBody(fields);
  }

  public static String of(int status) {
    return switch (status) {
      case 400 -> "VALIDATION_ERROR";
      case 401 -> "UNAUTHORIZED";
      case 402 -> "READ_ONLY";
      case 403 -> "FORBIDDEN";
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 409 -> "CONFLICT";
      case 413 -> "BODY_TOO_LARGE";
      case 415 -> "UNSUPPORTED_MEDIA_TYPE";
      case 422 -> "UNPROCESSABLE";
      case 429 -> "RATE_LIMITED";
      case 502 -> "UPSTREAM_ERROR";
      case 503 -> "UNAVAILABLE";
      default -> "INTERNAL_ERROR";
    };
  }
}
