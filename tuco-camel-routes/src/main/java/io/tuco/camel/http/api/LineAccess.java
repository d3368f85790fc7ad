package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import java.util.Optional;

/** Whether a key narrowed to some lines may use a line (API contract, section 1.1). */
final class LineAccess {

  static final HttpAnswer REFUSAL =
      HttpAnswer.error(403, "Line not accessible", "line_not_accessible");

  private LineAccess() {}

  static Optional<HttpAnswer> refusal(ApiCall call, String lineId) {
    return call.access().key().reaches(lineId) ? Optional.empty() : Optional.of(REFUSAL);
  }
}
