package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmFailure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why an answer ends a dialogue (HubSpot contract, section 1). HubSpot's own sentences are not
 * repeated: they quote addresses; its categories and the number to ask its support with are.
 */
final class Failures {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_.]{1,60}");
  private static final Pattern CORRELATION = Pattern.compile("[0-9a-fA-F-]{8,64}");

  private Failures() {}

  static CrmFailure of(CrmCall call, CrmAnswer answer) {
    if (answer instanceof CrmAnswer.Unauthorized refused) {
      return CrmFailure.unauthorized(refused.reason());
    }
    if (answer instanceof CrmAnswer.PutOff later) {
      return CrmFailure.later(later.until(), later.reason());
    }
    var silent = (CrmAnswer.Silent) answer;
    return silent.nothingLeft() ? CrmFailure.later(silent.reason()) : open(call, silent.reason());
  }

  static CrmFailure of(CrmCall call, int status, Optional<JsonNode> body, boolean isWhole) {
    var reason = "HubSpot answered " + status + body.map(Failures::details).orElse("");
    if (status == 401) {
      return CrmFailure.unauthorized(reason);
    }
    if (status == 423 || status == 429) {
      return CrmFailure.later(reason);
    }
    if (!isWhole) {
      return open(call, "HubSpot's answer, status " + status + ", was not whole or not JSON");
    }
    if (status == 403) {
      return CrmFailure.forbidden(reason);
    }
    return status >= 400 && status < 500 && status != 408
        ? CrmFailure.refused(reason)
        : open(call, reason);
  }

  /** A success that lacks what it must have. */
  static CrmFailure unreadable(CrmCall call) {
    return open(call, "HubSpot's answer lacks what it must have");
  }

  private static CrmFailure open(CrmCall call, String reason) {
    return call.isRepeatable() ? CrmFailure.later(reason) : CrmFailure.unknown(reason);
  }

  private static String details(JsonNode body) {
    return detail(" ", body, "category", NAME)
        + detail(", ", body, "subCategory", NAME)
        + detail(", correlation id ", body, "correlationId", CORRELATION);
  }

  private static String detail(String before, JsonNode body, String name, Pattern form) {
    return Json.field(body, name)
        .filter(text -> form.matcher(text).matches())
        .map(text -> before + text)
        .orElse("");
  }
}
