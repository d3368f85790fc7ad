package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.DocsPage;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.fixture.Prism;
import io.tuco.core.line.DeviceProbe;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our requests against Twilio's own OpenAPI file, judged by Prism; its examples as answers. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
final class TwilioSpecificationTest {

  private static final Path MESSAGES =
      DocsPage.root().resolveSibling("shared/specs/twilio/messages.json");

  private static Prism prism;

  private PreferringProxy proxy;
  private SmsContext sms;

  @BeforeAll
  static void start() throws Exception {
    prism = Prism.of(MESSAGES);
  }

  @AfterAll
  static void stop() {
    if (prism != null) {
      prism.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    proxy = new PreferringProxy(prism.url(MESSAGES));
    sms = SmsContext.at(proxy.url());
  }

  @AfterEach
  void close() {
    sms.close();
    proxy.close();
  }

  private DeliveryOutcome sendEverything() {
    var message =
        SmsTexts.with("Hi ☀ {{x}}", "https://files.example/a.png", "https://files.example/b");
    return sms.send(FakeTwilio.account(sms.secrets), message, Map.of());
  }

  @Test
  void sendsWhatTheSpecificationAllows() {
    assertThat(sendEverything().kind()).isEqualTo(Kind.ACCEPTED);
    assertThat(sms.send("Hi").kind()).isEqualTo(Kind.ACCEPTED);

    assertThat(proxy.requests()).hasSize(2);
    assertThat(proxy.violations()).isEmpty();
  }

  @Test
  void sendsFromAServiceAndWithAnExpiryAsTheSpecificationAllows() {
    var follower = SmsTexts.following("Hi", "https://files.example/%C5%9F.pdf?a=1&b=2");

    assertThat(sms.send(FakeTwilio.service(sms.secrets), follower, Map.of()).kind())
        .isEqualTo(Kind.ACCEPTED);

    assertThat(proxy.requests().get(0).form()).containsKeys("ValidityPeriod", "MediaUrl");
    assertThat(proxy.violations()).isEmpty();
  }

  @Test
  void asksAsTheSpecificationAllows() {
    proxy.prefers("code=200, example=readEmptySentdateGreater");

    assertThat(sms.verify(FakeTwilio.account(sms.secrets)).answered()).isTrue();
    assertThat(sms.verify(FakeTwilio.service(sms.secrets)).answered()).isTrue();
    assertThat(sms.probe(FakeTwilio.account(sms.secrets)))
        .isEqualTo(new DeviceProbe.Answered(false, 0));

    assertThat(proxy.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_to, ADDRESS", "400, not_mobile, ADDRESS", "400, unsubscribed, PERSON",
    "400, from_not_owned, SENDER", "400, geo_permission, SENDER", "400, body_required, MESSAGE",
    "400, body_too_long, MESSAGE", "404, not_found, SENDER"
  })
  void refusesAsTheExamplesDo(int status, String example, Scope scope) {
    proxy.prefers("code=" + status + ", example=" + example);

    assertThat(sendEverything())
        .isInstanceOfSatisfying(
            DeliveryOutcome.Refused.class, refused -> assertThat(refused.scope()).isEqualTo(scope));

    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "201, create, ACCEPTED",
    "201, createWithMessagingService, ACCEPTED",
    "201, createWithQueuedStatus, ACCEPTED",
    "401, authenticate, NOT_SENT",
    "429, too_many, NOT_SENT",
    "500, internal, UNKNOWN",
    "503, unavailable, UNKNOWN"
  })
  void asksOnceWhateverTheExample(int status, String example, Kind kind) {
    proxy.prefers("code=" + status + ", example=" + example);

    assertThat(sendEverything().kind()).isEqualTo(kind);

    assertThat(proxy.requests()).hasSize(1);
    assertThat(proxy.violations()).isEmpty();
  }

  /** The canary: without it, a judge that has fallen asleep would not be noticed. */
  @Test
  void wouldNoticeABrokenRequest() throws Exception {
    var broken =
        HttpRequest.newBuilder(URI.create(proxy.url() + "/2010-04-01/Accounts/AC1/Messages.json"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("ValidityPeriod=soon"))
            .build();

    HttpClient.newHttpClient().send(broken, BodyHandlers.discarding());

    assertThat(String.join("", proxy.violations())).contains("'To'", "ValidityPeriod");
  }
}
