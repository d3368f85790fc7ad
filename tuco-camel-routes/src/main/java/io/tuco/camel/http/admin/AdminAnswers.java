package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.Rejection;
import io.tuco.core.intake.RejectionCode;
import java.util.function.Supplier;

/** Refusals of the operator's API (operator API, section 3). */
final class AdminAnswers {

  static final HttpAnswer WORKSPACE_NOT_FOUND = HttpAnswer.error(404, "Workspace not found");
  static final HttpAnswer USER_NOT_FOUND = HttpAnswer.error(404, "User not found");
  static final HttpAnswer KEY_NOT_FOUND = HttpAnswer.error(404, "Key not found");
  static final HttpAnswer DEVICE_NOT_FOUND = HttpAnswer.error(404, "Device not found");
  static final HttpAnswer LINE_NOT_FOUND = HttpAnswer.error(404, "Line not found");
  static final HttpAnswer CONNECTION_NOT_FOUND = HttpAnswer.error(404, "Connection not found");
  static final HttpAnswer CREDENTIALS_REFUSED =
      refusal(RejectionCode.CREDENTIALS_REFUSED.rejection());
  static final HttpAnswer ACCOUNT_CONNECTED = HttpAnswer.error(409, "Account is connected already");
  static final HttpAnswer CONTACTS_UNREADABLE =
      HttpAnswer.error(409, "Contacts of this CRM cannot be read");
  static final HttpAnswer CRM_SILENT = HttpAnswer.error(502, "The CRM did not answer");
  static final HttpAnswer LINE_ADDRESS_IN_USE =
      HttpAnswer.error(409, "Line address already in use");
  static final HttpAnswer DEVICE_IN_USE = HttpAnswer.error(409, "Device is in use");
  static final HttpAnswer OWNER_STAYS = HttpAnswer.error(409, "Owner cannot be deleted");

  private AdminAnswers() {}

  /** What was read, unless the body had something to refuse. */
  static <T> OrAnswer<T> checked(JsonReader body, Supplier<T> read) {
    return body.refusal()
        .map(AdminAnswers::refusal)
        .<OrAnswer<T>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(read.get()));
  }

  private static HttpAnswer refusal(Rejection rejection) {
    return HttpAnswer.of(
        400,
        new JsonFields().put("error", rejection.message()).putIf("code", rejection.code().wire()));
  }
}
