package io.tuco.camel.channel.sms;

import io.tuco.camel.FailurePolicies;
import io.tuco.camel.Seams;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
import io.tuco.core.secret.SecretBox;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The routes of the SMS channel in a context of their own, pointed at some Twilio. */
final class SmsContext implements AutoCloseable {

  static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  static final String SEND_ID = "send-1";

  final SecretBox secrets = new SecretBox(new byte[32], new Random(7));
  final CamelContext context = new DefaultCamelContext();

  private SmsContext() {}

  static SmsContext at(String twilio) throws Exception {
    return at(twilio, "https://tuco.example/base/");
  }

  static SmsContext at(String twilio, String publicUrl) throws Exception {
    return with(SmsSettings.documented(URI.create(twilio), publicUrl));
  }

  /** With limits that a test can wait for. */
  static SmsContext impatientAt(String twilio) throws Exception {
    var limit = Duration.ofMillis(700);
    return with(new SmsSettings(URI.create(twilio), "", limit, limit));
  }

  private static SmsContext with(SmsSettings settings) throws Exception {
    var opened = new SmsContext();
    opened.context.addRoutesConfigurations(FailurePolicies.standard());
    opened.context.addRoutes(
        new SmsRoutes(settings, opened.secrets, SettableClock.at(Fixtures.NOW)));
    opened.context.start();
    return opened;
  }

  static MessageBuilder aText(String text) {
    return Fixtures.aMessage().ofType(MessageType.SMS).withText(text).inAttempt(SEND_ID);
  }

  DeliveryOutcome send(String text) {
    return send(FakeTwilio.account(secrets), aText(text).build(), Map.of());
  }

  DeliveryOutcome send(SmsAccount account, Message message, Map<String, Object> headers) {
    var send = new DispatchCommand.Send(over(account), message, ADA, Part.text(0));
    return context
        .createProducerTemplate()
        .requestBodyAndHeaders(Seams.SMS_SEND, send, headers, DeliveryOutcome.class);
  }

  /** Without waiting for its outcome. */
  CompletableFuture<DeliveryOutcome> startSend(String text) {
    var send =
        new DispatchCommand.Send(
            over(FakeTwilio.account(secrets)), aText(text).build(), ADA, Part.text(0));
    return context
        .createProducerTemplate()
        .asyncSend(Seams.SMS_SEND, exchange -> exchange.getMessage().setBody(send))
        .thenApply(exchange -> exchange.getMessage().getBody(DeliveryOutcome.class));
  }

  DeviceRows verify(SmsAccount account) {
    var verify = new DispatchCommand.Verify(over(account), aText("Hi").build());
    return ask(Seams.SMS_VERIFY, verify, DeviceRows.class);
  }

  DeviceProbe probe(SmsAccount account) {
    return ask(Seams.SMS_PROBE, account, DeviceProbe.class);
  }

  private <T> T ask(String seam, Object body, Class<T> answer) {
    return context.createProducerTemplate().requestBody(seam, body, answer);
  }

  private static Sender over(SmsAccount account) {
    return new Sender.OverSms(account, SenderHealth.healthy(false, Fixtures.NOW));
  }

  @Override
  public void close() {
    context.stop();
  }
}
