package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks GHL one thing: success is JSON, everything else a failure that says what to do. */
final class Asking {

  /**
   * GHL said no.
   *
   * @param body what it said, as far as that is JSON
   */
  record Refusal(int status, JsonNode body, CrmFailure failure) {

    <T> Dialogue<T> broken() {
      return Dialogue.broken(failure);
    }
  }

  private static final int LONGEST_REASON = 200;

  private Asking() {}

  static <T> Dialogue<T> of(CrmCall call, Function<JsonNode, Dialogue<T>> good) {
    return of(call, good, Refusal::broken);
  }

  /**
   * @param refused what follows where GHL said no for good
   */
  static <T> Dialogue<T> of(
      CrmCall call, Function<JsonNode, Dialogue<T>> good, Function<Refusal, Dialogue<T>> refused) {
    return Dialogue.ask(call, answer -> after(call, answer, good, refused));
  }

  private static <T> Dialogue<T> after(
      CrmCall call,
      CrmAnswer answer,
      Function<JsonNode, Dialogue<T>> good,
      Function<Refusal, Dialogue<T>> refused) {
    if (!(answer instanceof Answered answered)) {
      return Dialogue.broken(unanswered(call, answer));
    }
    if (answered.status() == 429) {
      return Dialogue.broken(CrmFailure.later("GHL asks for a pause."));
    }
    if (GhlVerdicts.isFailing(answered)) {
      return Dialogue.broken(unclear(call, "GHL answered with an error of its own."));
    }
    var json = GhlJson.parse(answered.text()).orElseThrow();
    if (answered.isSuccess()) {
      return good.apply(json);
    }
    var failure = refusal(answered.status(), json);
    return failure.kind() == CrmFailure.Kind.REFUSED
        ? refused.apply(new Refusal(answered.status(), json, failure))
        : Dialogue.broken(failure);
  }

  private static CrmFailure unanswered(CrmCall call, CrmAnswer answer) {
    if (answer instanceof CrmAnswer.PutOff off) {
      return CrmFailure.later(off.until(), off.reason());
    }
    if (answer instanceof CrmAnswer.Unauthorized unauthorized) {
      return CrmFailure.unauthorized(unauthorized.reason());
    }
    var silent = (CrmAnswer.Silent) answer;
    return silent.nothingLeft()
        ? CrmFailure.later(silent.reason())
        : unclear(call, silent.reason());
  }

  private static CrmFailure unclear(CrmCall call, String reason) {
    return call.isRepeatable() ? CrmFailure.later(reason) : CrmFailure.unknown(reason);
  }

  private static CrmFailure refusal(int status, JsonNode json) {
    var said = "GHL answered " + status + said(json) + ".";
    return switch (status) {
      case 401 -> CrmFailure.unauthorized(said);
      case 403 -> CrmFailure.forbidden(said + " The token may lack a scope.");
      case 423, 425 -> CrmFailure.later(said);
      default -> CrmFailure.refused(said);
    };
  }

  /** Its words without anybody's address: GHL likes to repeat what it was sent. */
  private static String said(JsonNode json) {
    var message = json.path("message");
    var words =
        message.isArray()
            ? GhlJson.elements(message).map(JsonNode::asText).collect(Collectors.joining("; "))
            : GhlJson.text(message).orElse("");
    var clean =
        words
            .replaceAll("\\S+@\\S+", "•••")
            .replaceAll("\\+?[0-9][0-9 ().-]{5,}[0-9]", "•••")
            .strip();
    return clean.isEmpty()
        ? ""
        : ": " + clean.substring(0, Math.min(clean.length(), LONGEST_REASON));
  }
}
