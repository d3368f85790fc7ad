package io.tuco.camel.http.v1;

import java.util.Locale;

/** What kind of error it is; official clients choose their exception by it. */
enum ErrorType {
  AUTHENTICATION_ERROR,
  AUTHORIZATION_ERROR,
  INVALID_REQUEST_ERROR,
  NOT_FOUND_ERROR,
  RATE_LIMIT_ERROR,
  API_ERROR;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
