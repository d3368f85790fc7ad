package io.tuco.camel.http.admin;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.account.MailAccount;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.Address;
import io.tuco.core.line.Carrier;
import io.tuco.core.line.SenderHealth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line's own account as it was written, without token and password; nothing for a device. */
final class CarrierJson {

  private CarrierJson() {}

  static Map<String, @Nullable Object> of(Carrier carrier) {
    var fields = new JsonFields();
    if (carrier instanceof Carrier.BySms sms) {
      fields.put("twilio", twilio(sms.account())).put("health", health(sms.health()));
    } else if (carrier instanceof Carrier.ByMail mail) {
      putMail(fields, mail.account()).put("health", health(mail.health()));
    }
    return fields.tree();
  }

  private static Map<String, @Nullable Object> twilio(SmsAccount account) {
    return new JsonFields()
        .put("accountSid", account.accountSid())
        .putIf("from", account.from().map(Address::value))
        .putIf("messagingServiceSid", account.messagingServiceSid())
        .tree();
  }

  private static JsonFields putMail(JsonFields fields, MailAccount account) {
    return fields
        .put("smtp", smtp(account))
        .put("fromAddress", account.fromAddress().value())
        .putIf("fromName", account.fromName())
        .putIf("replyTo", account.replyTo().map(Address::value))
        .putIf("unsubscribeMailto", account.unsubscribeMailto().map(Address::value))
        .putIf("maxPerHour", account.maxPerHour());
  }

  private static Map<String, @Nullable Object> smtp(MailAccount account) {
    return new JsonFields()
        .put("host", account.host())
        .put("port", account.port())
        .put("security", account.security().wire())
        .putIf("username", account.username())
        .tree();
  }

  private static Map<String, @Nullable Object> health(SenderHealth health) {
    return new JsonFields()
        .put("state", health.state().wire())
        .putIf("failures", health.failures())
        .putIf("checkedAt", health.checkedAt())
        .tree();
  }
}
