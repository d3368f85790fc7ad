package io.tuco.camel.channel.sms;

import com.twilio.type.PhoneNumber;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Message;
import io.tuco.core.message.Send;
import io.tuco.core.secret.SecretBox;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes our requests to Twilio (Twilio contract, sections 1 and 2), in its library's types. */
final class TwilioCallCodec {

  /** Nobody wants a text in place of an iMessage a day later: four hours. */
  private static final int FALLBACK_VALIDITY_SECONDS = 14_400;

  private static final long ROWS = 100;

  private final SecretBox secrets;
  private final CallbackUrls callbacks;
  private final UnaryOperator<String> mediaUrls;

  /**
   * @param media makes an attachment's URL one that Twilio can read
   */
  TwilioCallCodec(SecretBox secrets, CallbackUrls callbacks, UnaryOperator<String> media) {
    this.secrets = secrets;
    this.callbacks = callbacks;
    this.mediaUrls = media;
  }

  TwilioCall create(DispatchCommand.Send send) {
    var account = accountOf(send.sender());
    var attempt = send.message().progress().send().orElseThrow();
    var arguments = new HashMap<String, Object>();
    arguments.put("to", phone(send.address()));
    account.from().ifPresent(from -> arguments.put("from", phone(from)));
    account.messagingServiceSid().ifPresent(sid -> arguments.put("messagingServiceSid", sid));
    arguments.put("body", attempt.text());
    callbacks
        .statusOf(attempt.id())
        .ifPresent(url -> arguments.put("statusCallback", URI.create(url)));
    send.message()
        .origin()
        .fallbackOf()
        .ifPresent(original -> arguments.put("validityPeriod", FALLBACK_VALIDITY_SECONDS));
    return call(account, arguments, exactly(send.message(), attempt.text()));
  }

  private Map<String, List<String>> exactly(Message message, String text) {
    var media =
        message.content().attachments().stream().map(Attachment::url).map(mediaUrls).toList();
    var exact = new HashMap<String, List<String>>();
    exact.put("Body", text.isEmpty() ? List.of() : List.of(text));
    exact.put("MediaUrl", media);
    return exact;
  }

  /** One question per address: what was sent to it since the day of the attempt. */
  List<TwilioCall> listSent(DispatchCommand.Verify verify) {
    var account = accountOf(verify.sender());
    var attempt = verify.message().progress().send().orElseThrow();
    return attempt.addresses().stream()
        .map(address -> listSentTo(address, account, attempt))
        .collect(Collectors.toList());
  }

  private TwilioCall listSentTo(Address address, SmsAccount account, Send attempt) {
    var arguments = new HashMap<String, Object>();
    arguments.put("to", phone(address));
    account.from().ifPresent(from -> arguments.put("from", phone(from)));
    arguments.put("pageSize", ROWS);
    var day = List.of(day(TwilioRows.since(attempt)));
    return call(account, arguments, Map.of("DateSent>", day));
  }

  /** The cheapest thing that needs credentials. */
  TwilioCall listOne(SmsAccount account) {
    return call(account, Map.of("pageSize", 1L), Map.of());
  }

  private TwilioCall call(
      SmsAccount account, Map<String, Object> arguments, Map<String, List<String>> exact) {
    return new TwilioCall(
        account.accountSid(), secrets.open(account.authToken()), arguments, exact);
  }

  private static SmsAccount accountOf(Sender sender) {
    return ((Sender.OverSms) sender).account();
  }

  private static PhoneNumber phone(Address address) {
    return new PhoneNumber(address.value());
  }

  /** Twilio filters by whole days of GMT. */
  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
