package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonReader;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageType;
import io.tuco.core.secret.SecretBox;
import java.util.Optional;

/** What carries a line, as the operator asks for it: the fields that belong to its channel. */
final class CarrierWords {

  private final SecretBox box;
  private final String region;

  /**
   * @param region the country of numbers without a country code
   */
  CarrierWords(SecretBox box, String region) {
    this.box = box;
    this.region = region;
  }

  static void require(JsonReader body, MessageType channel) {
    switch (channel) {
      case IMESSAGE -> body.require("deviceId");
      case SMS -> TwilioWords.require(body);
      case EMAIL -> SmtpWords.require(body);
    }
  }

  /** The carrier of a new line; empty after a refusal. Nobody knows yet how its account is. */
  Optional<Carrier> draft(
      JsonReader body,
      MessageType channel,
      Optional<PhoneNumber> phone,
      Optional<EmailAddress> email) {
    return switch (channel) {
      case IMESSAGE -> body.text("deviceId").map(Carrier.OnDevice::new);
      case SMS -> twilio(body).account(Optional.empty(), phone).map(CarrierWords::unproved);
      case EMAIL -> smtp(body).account(Optional.empty(), email).map(CarrierWords::unproved);
    };
  }

  /** The carrier with another account; empty when that is the same, or after a refusal. */
  Optional<Carrier> changed(
      JsonReader body, Line current, Optional<PhoneNumber> phone, Optional<EmailAddress> email) {
    if (current.carrier() instanceof Carrier.BySms sms) {
      return twilio(body)
          .account(Optional.of(sms.account()), phone)
          .filter(account -> !account.equals(sms.account()))
          .map(CarrierWords::unproved);
    }
    if (current.carrier() instanceof Carrier.ByMail mail) {
      return smtp(body)
          .account(Optional.of(mail.account()), email)
          .filter(account -> !account.equals(mail.account()))
          .map(CarrierWords::unproved);
    }
    return Optional.empty();
  }

  private TwilioWords twilio(JsonReader body) {
    return new TwilioWords(body, box, region);
  }

  private SmtpWords smtp(JsonReader body) {
    return new SmtpWords(body, box);
  }

  private static Carrier unproved(SmsAccount account) {
    return new Carrier.BySms(account, SenderHealth.unknown());
  }

  private static Carrier unproved(MailAccount account) {
    return new Carrier.ByMail(account, SenderHealth.unknown());
  }
}
