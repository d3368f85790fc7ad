package io.tuco.camel.channel.sms;

import io.tuco.core.message.SmsSegments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that a fake Twilio took. */
public record FakeText(
    String sid,
    String accountSid,
    String to,
    Optional<String> from,
    Optional<String> service,
    String body,
    List<String> media,
    Optional<String> statusCallback,
    Instant createdAt,
    String status,
    Optional<Integer> errorCode) {

  static FakeText from(TwilioRequest request, String sid, Instant now) {
    return new FakeText(
        sid,
        request.path().split("/")[3],
        first(request, "To").orElse(""),
        first(request, "From"),
        first(request, "MessagingServiceSid"),
        first(request, "Body").orElse(""),
        request.form().getOrDefault("MediaUrl", List.of()),
        first(request, "StatusCallback"),
        now,
        first(request, "From").isPresent() ? "queued" : "accepted",
        Optional.empty());
  }

  FakeText with(String reached, Optional<Integer> code) {
    return new FakeText(
        sid, accountSid, to, from, service, body, media, statusCallback, createdAt, reached, code);
  }

  /** The message resource, as the vendor's own examples have it. */
  Map<String, @Nullable Object> resource() {
    var date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(createdAt.atOffset(ZoneOffset.ofHours(0)));
    var resource = new LinkedHashMap<String, @Nullable Object>();
    resource.put("account_sid", accountSid);
    resource.put("api_version", "2010-04-01");
    resource.put("body", body);
    resource.put("date_created", date.replace("GMT", "+0000"));
    resource.put("date_sent", null);
    resource.put("date_updated", date.replace("GMT", "+0000"));
    resource.put("direction", "outbound-api");
    resource.put("error_code", errorCode.orElse(null));
    resource.put("error_message", null);
    resource.put("from", from.orElse(null));
    resource.put("messaging_service_sid", service.orElse(null));
    resource.put("num_media", Integer.toString(media.size()));
    resource.put("num_segments", Integer.toString(Math.max(1, SmsSegments.of(body).count())));
    resource.put("price", null);
    resource.put("price_unit", "USD");
    resource.put("sid", sid);
    resource.put("status", status);
    resource.put("to", to);
    resource.put("uri", "/2010-04-01/Accounts/" + accountSid + "/Messages/" + sid + ".json");
    return resource;
  }

  private static Optional<String> first(TwilioRequest request, String name) {
    return request.form().getOrDefault(name, List.of()).stream().findFirst();
  }
}
