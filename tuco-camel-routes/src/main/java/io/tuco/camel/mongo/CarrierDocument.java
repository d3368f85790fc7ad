package io.tuco.camel.mongo;

import io.tuco.core.account.MailAccount;
import io.tuco.core.account.MailSecurity;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.secret.Sealed;
import org.bson.Document;

/** What carries a line: its device's id, or its own account under the channel's name. */
final class CarrierDocument {

  private CarrierDocument() {}

  static Document of(Carrier carrier) {
    var writer = new DocumentWriter();
    if (carrier instanceof Carrier.OnDevice device) {
      return writer.put("deviceId", device.deviceId()).document();
    }
    if (carrier instanceof Carrier.BySms sms) {
      return writer
          .put("sms", of(sms.account()))
          .put("health", HealthDocument.of(sms.health()))
          .document();
    }
    var mail = (Carrier.ByMail) carrier;
    return writer
        .put("mail", of(mail.account()))
        .put("health", HealthDocument.of(mail.health()))
        .document();
  }

  static Carrier read(DocumentReader reader) {
    return reader
        .optionalText("deviceId")
        .<Carrier>map(Carrier.OnDevice::new)
        .or(
            () ->
                reader.optionalPart("sms").map(sms -> new Carrier.BySms(sms(sms), health(reader))))
        .orElseGet(() -> new Carrier.ByMail(mail(reader.part("mail")), health(reader)));
  }

  private static SenderHealth health(DocumentReader reader) {
    return HealthDocument.read(reader.part("health"));
  }

  private static Document of(SmsAccount account) {
    return new DocumentWriter()
        .put("accountSid", account.accountSid())
        .put("authToken", account.authToken())
        .put("from", account.from())
        .put("messagingServiceSid", account.messagingServiceSid())
        .document();
  }

  private static SmsAccount sms(DocumentReader reader) {
    return new SmsAccount(
        reader.text("accountSid"),
        new Sealed(reader.text("authToken")),
        reader.phone("from"),
        reader.optionalText("messagingServiceSid"));
  }

  private static Document of(MailAccount account) {
    return new DocumentWriter()
        .put("host", account.host())
        .put("port", account.port())
        .put("security", account.security().wire())
        .put("username", account.username())
        .put("password", account.password())
        .put("fromAddress", account.fromAddress())
        .put("fromName", account.fromName())
        .put("replyTo", account.replyTo())
        .put("unsubscribeMailto", account.unsubscribeMailto())
        .put("maxPerHour", account.maxPerHour())
        .document();
  }

  private static MailAccount mail(DocumentReader reader) {
    return new MailAccount(
        reader.text("host"),
        reader.number("port"),
        reader.constant("security", MailSecurity.values(), MailSecurity::wire),
        reader.optionalText("username"),
        reader.optionalText("password").map(Sealed::new),
        reader.email("fromAddress").orElseThrow(),
        reader.optionalText("fromName"),
        reader.email("replyTo"),
        reader.email("unsubscribeMailto"),
        reader.optionalNumber("maxPerHour"));
  }
}
