package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tuco.camel.callback.StatusCallback;
import io.tuco.camel.callback.TwilioSignature;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The fake is held to what stories rely on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FakeTwilioTest {

  @Test
  void takesAFaultPerMessageAndThenRecovers() throws Exception {
    try (var twilio = new FakeTwilio(SettableClock.at(Fixtures.NOW));
        var sms = SmsContext.at(twilio.url())) {
      twilio.meets(TwilioFault.refuses(400, 21614), TwilioFault.takesAndFails());

      assertThat(List.of(sms.send("1").kind(), sms.send("2").kind(), sms.send("3").kind()))
          .containsExactly(Kind.REFUSED, Kind.UNKNOWN, Kind.ACCEPTED);
      assertThat(twilio.textsTo("+12025550100"))
          .extracting(FakeText::body)
          .containsExactly("2", "3");
    }
  }

  @Test
  void reportsWhatBecameOfATextWithASignature() throws Exception {
    var reports = new CopyOnWriteArrayList<TwilioRequest>();
    var hooks = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    hooks.createContext(
        "/",
        exchange -> {
          reports.add(TwilioRequest.of(exchange));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    hooks.start();
    var base = "http://127.0.0.1:" + hooks.getAddress().getPort();
    try (var twilio = new FakeTwilio(SettableClock.at(Fixtures.NOW));
        var sms = SmsContext.at(twilio.url(), base)) {
      sms.send("Hi");

      var status = twilio.reports(twilio.texts().get(0), "failed", Optional.of(30006));

      assertThat(status).isEqualTo(204);
      var report = reports.get(0);
      assertThat(report.path()).isEqualTo("/hooks/twilio/status/send-1");
      assertThat(StatusCallback.parse(report.form()))
          .contains(new StatusCallback(twilio.texts().get(0).sid(), "failed", Optional.of(30006)));
      assertThat(
              new TwilioSignature(List.of(FakeTwilio.TOKEN))
                  .fitsForm(
                      base + report.path(),
                      report.form(),
                      report.headers().get("X-Twilio-Signature")))
          .isTrue();
    } finally {
      hooks.stop(0);
    }
  }
}
