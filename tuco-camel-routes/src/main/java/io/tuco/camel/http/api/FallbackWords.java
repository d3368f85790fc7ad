package io.tuco.camel.http.api;

import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.account.SmsSenderChange;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.workspace.SmsFallbackChange;
import io.tuco.core.workspace.Workspace;
import java.util.Optional;

/** A change of the fallback configuration as a client asks for it (API contract, section 12). */
final class FallbackWords {

  static final String TWILIO = "twilio";
  private static final int LONGEST_TOKEN = 1_000;

  private FallbackWords() {}

  static OrAnswer<SmsFallbackChange> read(JsonReader body, Workspace workspace, SecretBox box) {
    touchTypes(body);
    refuseOtherProviders(body);
    var accountSid = body.parsed("accountSid", text -> kept(text, SmsAccount.isAccountSid(text)));
    var token = body.secret("authToken", LONGEST_TOKEN).map(box::seal);
    var from =
        body.parsed(
            "fromNumber", text -> PhoneNumber.parse(text, workspace.defaultRegion()).value());
    var service =
        body.parsed(
            "messagingServiceSid", text -> kept(text, SmsAccount.isMessagingServiceSid(text)));
    var change =
        new SmsFallbackChange(
            body.change("enabled", body.flag("enabled")),
            body.change("accountSid", accountSid),
            body.change("authToken", token),
            new SmsSenderChange(
                body.change("fromNumber", from), body.change("messagingServiceSid", service)),
            body.change("sendFallbackSmsOnFailed", body.flag("sendFallbackSmsOnFailed")));
    return body.refusal()
        .map(RejectionAnswers::of)
        .<OrAnswer<SmsFallbackChange>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(change));
  }

  /** Reads every field once, so that a wrong type is known before anything is judged. */
  private static void touchTypes(JsonReader body) {
    body.flag("enabled");
    body.text("provider");
    body.text("accountSid");
    body.text("authToken");
    body.text("fromNumber");
    body.text("messagingServiceSid");
    body.flag("sendFallbackSmsOnFailed");
  }

  /** There is one provider: naming it changes nothing. */
  private static void refuseOtherProviders(JsonReader body) {
    if (body.text("provider").filter(name -> !name.equals(TWILIO)).isPresent()) {
      body.refuse(RejectionCode.INVALID_PROVIDER.rejection());
    }
  }

  private static Optional<String> kept(String text, boolean isOne) {
    return isOne ? Optional.of(text) : Optional.empty();
  }
}
