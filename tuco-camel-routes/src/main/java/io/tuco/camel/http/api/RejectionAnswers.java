package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.JsonFields;
import io.tuco.core.intake.Rejection;
import io.tuco.core.intake.RejectionKind;
import io.tuco.core.workspace.Workspace;
import java.util.Optional;

/** Turns refusals into status codes and bodies (API contract, sections 1.2 and 2.4). */
final class RejectionAnswers {

  private RejectionAnswers() {}

  /** A refusal that has nothing to say of the workspace. */
  static HttpAnswer of(Rejection rejection) {
    return of(rejection, Optional.empty());
  }

  static HttpAnswer of(Rejection rejection, Workspace workspace) {
    return of(
        rejection,
        rejection.code().kind() == RejectionKind.READ_ONLY
            ? workspace.readOnlyReason()
            : Optional.empty());
  }

  private static HttpAnswer of(Rejection rejection, Optional<String> reason) {
    var kind = rejection.code().kind();
    return HttpAnswer.of(
        status(kind),
        new JsonFields()
            .put("error", rejection.message())
            .putIf("code", rejection.code().wire())
            .putIf("reason", reason));
  }

  private static int status(RejectionKind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case READ_ONLY -> 402;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case UNPROCESSABLE -> 422;
    };
  }
}
