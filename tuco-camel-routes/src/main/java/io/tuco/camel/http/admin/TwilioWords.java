package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonReader;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.account.SmsSenderChange;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.secret.Sealed;
import io.tuco.core.secret.SecretBox;
import java.util.Optional;

/** The object {@code twilio} of a line: an account, and one sender of it. */
final class TwilioWords {

  private static final String OBJECT = "twilio";
  private static final int LONGEST_TOKEN = 1_000;

  private final JsonReader words;
  private final SecretBox box;
  private final String region;

  TwilioWords(JsonReader line, SecretBox box, String region) {
    this.words = line.object(OBJECT);
    this.box = box;
    this.region = region;
  }

  static void require(JsonReader line) {
    line.object(OBJECT).require("accountSid", "authToken");
  }

  /**
   * The account that is asked for; what is not said stays as it is.
   *
   * @param phone the line's own number, which sends when nothing else does
   * @return empty after a refusal
   */
  Optional<SmsAccount> account(Optional<SmsAccount> current, Optional<PhoneNumber> phone) {
    var accountSid =
        words
            .parsed("accountSid", text -> Optional.of(text).filter(SmsAccount::isAccountSid))
            .or(() -> current.map(SmsAccount::accountSid));
    var token =
        words
            .secret("authToken", LONGEST_TOKEN)
            .map(box::seal)
            .or(() -> current.map(SmsAccount::authToken));
    var sender = sender();
    var service = sender.messagingServiceSidAfter(current.flatMap(SmsAccount::messagingServiceSid));
    var number = sender.fromAfter(current.flatMap(SmsAccount::from));
    var from = service.isPresent() ? number : number.or(() -> phone);
    refuseTwoOrNone(sender, from, service);
    return words.refusal().isPresent()
        ? Optional.empty()
        : complete(accountSid, token, from, service);
  }

  private SmsSenderChange sender() {
    var from = words.parsed("from", text -> PhoneNumber.parse(text, region).value());
    var service =
        words.parsed(
            "messagingServiceSid",
            text -> Optional.of(text).filter(SmsAccount::isMessagingServiceSid));
    return new SmsSenderChange(
        words.change("from", from), words.change("messagingServiceSid", service));
  }

  private void refuseTwoOrNone(
      SmsSenderChange sender, Optional<PhoneNumber> from, Optional<String> service) {
    if (sender.setsTwo()) {
      words.refuse(RejectionCode.INVALID_FIELD.rejection(OBJECT + ".messagingServiceSid"));
    }
    if (from.isEmpty() && service.isEmpty()) {
      words.refuse(RejectionCode.FIELD_REQUIRED.rejection(OBJECT + ".from"));
    }
  }

  private static Optional<SmsAccount> complete(
      Optional<String> accountSid,
      Optional<Sealed> token,
      Optional<PhoneNumber> from,
      Optional<String> service) {
    return accountSid.flatMap(
        sid -> token.map(secret -> new SmsAccount(sid, secret, from, service)));
  }
}
