package io.tuco.camel.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.callback.TwilioSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A status callback as Twilio posts it, signed. */
record StatusReport(String url, Map<String, List<String>> form) {

  static StatusReport of(FakeText text) {
    var form = new TreeMap<String, List<String>>();
    form.put("MessageSid", List.of(text.sid()));
    form.put("SmsSid", List.of(text.sid()));
    form.put("MessageStatus", List.of(text.status()));
    form.put("SmsStatus", List.of(text.status()));
    form.put("To", List.of(text.to()));
    form.put("AccountSid", List.of(text.accountSid()));
    form.put("ApiVersion", List.of("2010-04-01"));
    text.from().ifPresent(from -> form.put("From", List.of(from)));
    text.service().ifPresent(sid -> form.put("MessagingServiceSid", List.of(sid)));
    text.errorCode().ifPresent(code -> form.put("ErrorCode", List.of(code.toString())));
    return new StatusReport(text.statusCallback().orElseThrow(), form);
  }

  int post() {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", TwilioSignature.of(FakeTwilio.TOKEN, url, form))
            .POST(HttpRequest.BodyPublishers.ofString(body()))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String body() {
    return form.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }
}
