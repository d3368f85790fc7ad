package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeviceRow;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.DeviceProbe;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.component.twilio.TwilioComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire to Twilio, and what its lists are read as. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SmsRoutesTest {

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private FakeTwilio twilio;
  private SmsContext sms;

  @BeforeEach
  void open() throws Exception {
    twilio = new FakeTwilio(clock);
    sms = SmsContext.at(twilio.url());
  }

  @AfterEach
  void close() {
    sms.close();
    twilio.close();
  }

  @Test
  void postsTheTextAndNothingElse() {
    var outcome = sms.send("Hi \"Ada\" ☀ 100% + &");

    assertThat(outcome).isEqualTo(new Accepted(twilio.texts().get(0).sid()));
    assertThat(twilio.requests()).hasSize(1);
    var request = twilio.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path())
        .isEqualTo("/2010-04-01/Accounts/" + FakeTwilio.ACCOUNT_SID + "/Messages.json");
    assertThat(request.credentials()).isEqualTo(FakeTwilio.ACCOUNT_SID + ":" + FakeTwilio.TOKEN);
    assertThat(request.headers().get("Content-Type"))
        .startsWith("application/x-www-form-urlencoded");
    assertThat(request.rawBody()).contains("To=%2B12025550100");
    assertThat(request.form())
        .isEqualTo(
            Map.of(
                "To", List.of("+12025550100"),
                "From", List.of(FakeTwilio.NUMBER),
                "Body", List.of("Hi \"Ada\" ☀ 100% + &"),
                "StatusCallback", List.of("https://tuco.example/base/hooks/twilio/status/send-1")));
  }

  @Test
  void sendsFromAMessagingServiceInsteadOfANumber() {
    sms.send(FakeTwilio.service(sms.secrets), SmsContext.aText("Hi").build(), Map.of());

    var form = twilio.posts().get(0).form();
    assertThat(form).containsEntry("MessagingServiceSid", List.of(FakeTwilio.SERVICE_SID));
    assertThat(form).doesNotContainKey("From");
  }

  @Test
  void sendsEachAttachmentUnderAKeyOfItsOwn() {
    var message =
        SmsTexts.with(
            "Hi", "https://files.example/a b.png?x=1&y={{z}}", "https://files.example/ş.pdf");

    sms.send(FakeTwilio.account(sms.secrets), message, Map.of());

    var request = twilio.posts().get(0);
    assertThat(request.form().get("MediaUrl"))
        .containsExactly(
            "https://files.example/a b.png?x=1&y={{z}}", "https://files.example/ş.pdf");
    assertThat(request.rawBody()).contains("MediaUrl=https%3A%2F%2Ffiles.example%2F%C5%9F.pdf");
  }

  @Test
  void sendsAnAttachmentWithoutText() {
    sms.send(
        FakeTwilio.account(sms.secrets),
        SmsTexts.with("", "https://files.example/a.png"),
        Map.of());

    assertThat(twilio.posts().get(0).form()).doesNotContainKey("Body").containsKey("MediaUrl");
  }

  @Test
  void letsATextThatFollowsAnotherMessageExpire() {
    sms.send(FakeTwilio.account(sms.secrets), SmsTexts.following("Hi"), Map.of());

    assertThat(twilio.posts().get(0).form()).containsEntry("ValidityPeriod", List.of("14400"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{tuco.secrets.key}} {{env:HOME}}",
        "${body} ${header.x}",
        "#bean:tuco",
        "#hash",
        "RAW(x)",
        "null",
        " ",
        "true",
        "file:/etc/hosts",
        Fixtures.UNICODE
      })
  void handsATextOverAsItStands(String text) {
    sms.context.getPropertiesComponent().addInitialProperty("tuco.secrets.key", "resolved");

    assertThat(sms.send(text)).isInstanceOf(Accepted.class);

    assertThat(twilio.texts().get(0).body()).isEqualTo(text);
  }

  @Test
  void takesNothingFromHeaders() {
    var foreign =
        Map.<String, Object>of(
            "CamelTwilioBody", "forged",
            "cameltwiliobody", "forged",
            "CamelTwilio.mediaUrl", "https://evil.example",
            "CamelTwilioPathAccountSid", "AC" + "f".repeat(32),
            "CamelTwilioShortenUrls", true,
            "CamelHttpUri", "http://evil.example",
            "X-Inbound", "1");

    sms.send(FakeTwilio.account(sms.secrets), SmsContext.aText("Hi").build(), foreign);

    var request = twilio.posts().get(0);
    assertThat(request.path()).contains(FakeTwilio.ACCOUNT_SID);
    assertThat(request.form()).containsOnlyKeys("To", "From", "Body", "StatusCallback");
    assertThat(request.form()).containsEntry("Body", List.of("Hi"));
    assertThat(request.headers()).doesNotContainKey("X-Inbound");
  }

  @Test
  void usesEachAccountInItsOwnName() {
    var other =
        new SmsAccount(
            "AC" + "9".repeat(32),
            sms.secrets.seal("of another"),
            Optional.of(new PhoneNumber("+12025550191")),
            Optional.empty());

    var refused = sms.send(other, SmsContext.aText("Hi").build(), Map.of());
    sms.send("Hi");

    assertThat(refused).isEqualTo(NotSent.senderDown("Twilio refused the credentials (20003)"));
    assertThat(twilio.posts())
        .extracting(TwilioRequest::credentials)
        .containsExactly(
            "AC" + "9".repeat(32) + ":of another", FakeTwilio.ACCOUNT_SID + ":" + FakeTwilio.TOKEN);
    assertThat(twilio.posts().get(0).path()).contains("/AC" + "9".repeat(32) + "/");
  }

  @Test
  void leavesAnEmbeddersTwilioAlone() {
    var theirs = new TwilioRestClient.Builder("AC", "theirs").build();
    sms.context.getRegistry().bind("theirs", theirs);

    var stock = sms.context.getComponent("twilio", TwilioComponent.class);
    sms.send("Hi");

    assertThat(stock.getRestClient()).isSameAs(theirs);
    assertThat(twilio.posts().get(0).credentials()).startsWith(FakeTwilio.ACCOUNT_SID);
  }

  @Test
  void turnsATextAwayUnsentWhenTooManyAreUnderWay() {
    var stalls = Collections.nCopies(2 * SmsComponent.CALLS_AT_ONCE, TwilioFault.stalls());
    twilio.meets(stalls.toArray(TwilioFault[]::new));

    var sends =
        Stream.generate(() -> sms.startSend("Hi"))
            .limit(2L * SmsComponent.CALLS_AT_ONCE + 1)
            .toArray(CompletableFuture<?>[]::new);

    // Which of them comes last is a matter of chance; only that one gets an answer.
    assertThat(CompletableFuture.anyOf(sends))
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo(NotSent.because("Too many texts are under way"));
    twilio.close();
  }

  @Nested
  class AsksWhatBecameOfASend {

    private DeviceRows rows() {
      return sms.verify(FakeTwilio.account(sms.secrets));
    }

    @Test
    void byNumberSenderAndDay() {
      assertThat(rows()).isEqualTo(new DeviceRows(true, List.of()));

      assertThat(twilio.requests().get(0).query())
          .isEqualTo(
              Map.of(
                  "To", List.of("+12025550100"),
                  "From", List.of(FakeTwilio.NUMBER),
                  "DateSent>", List.of("2027-03-12"),
                  "PageSize", List.of("100")));
    }

    @Test
    void byNumberAloneOfAMessagingService() {
      sms.verify(FakeTwilio.service(sms.secrets));

      assertThat(twilio.requests().get(0).query()).containsKey("To").doesNotContainKey("From");
    }

    @Test
    void andFindsWhatWasTaken() {
      twilio.meets(TwilioFault.takesAndFails());
      sms.send("Hi ☀");

      assertThat(rows().rows())
          .containsExactly(
              DeviceRow.text(twilio.texts().get(0).sid(), "Hi ☀", Optional.of(SmsContext.ADA), 0));
    }

    @Test
    void andReadsTheCodeOfWhatFailed() {
      sms.send("one");
      sms.send("two");
      sms.send("three");
      twilio.becomes(twilio.texts().get(0), "undelivered", Optional.of(30005));
      twilio.becomes(twilio.texts().get(1), "failed", Optional.empty());
      twilio.becomes(twilio.texts().get(2), "delivered", Optional.of(30003));

      assertThat(rows().rows()).extracting(DeviceRow::errorCode).containsExactly(0, 30008, 30005);
    }

    @Test
    void andLeavesOutWhatIsOlder() {
      clock.set(Fixtures.NOW.minusSeconds(7));
      sms.send("older");
      clock.set(Fixtures.NOW.minusSeconds(4));
      sms.send("of the attempt");

      assertThat(rows().rows()).extracting(DeviceRow::text).containsExactly("of the attempt");
    }

    @Test
    void andDoesNotTakeTheFirstPageForTheWholeList() {
      for (var number = 0; number < 101; number++) {
        sms.send("text " + number);
      }

      assertThat(rows().answered()).isFalse();
      assertThat(rows().rows()).hasSize(100);
    }

    @Test
    void andTakesARefusalForSilence() {
      var wrong =
          new SmsAccount(
              FakeTwilio.ACCOUNT_SID,
              sms.secrets.seal("wrong"),
              Optional.of(new PhoneNumber(FakeTwilio.NUMBER)),
              Optional.empty());

      assertThat(sms.verify(wrong)).isEqualTo(DeviceRows.silence());
    }

    @Test
    void andTakesAnAbsentTwilioForSilence() {
      twilio.close();

      assertThat(rows()).isEqualTo(DeviceRows.silence());
    }
  }

  @Nested
  class ProbesAnAccount {

    @Test
    void thatIsGood() {
      assertThat(sms.probe(FakeTwilio.account(sms.secrets)))
          .isEqualTo(new DeviceProbe.Answered(false, 0));
      assertThat(twilio.requests().get(0).query()).isEqualTo(Map.of("PageSize", List.of("1")));
    }

    @Test
    void thatIsRefused() {
      var wrong =
          new SmsAccount(
              FakeTwilio.ACCOUNT_SID,
              sms.secrets.seal("wrong"),
              Optional.of(new PhoneNumber(FakeTwilio.NUMBER)),
              Optional.empty());

      assertThat(sms.probe(wrong)).isEqualTo(new DeviceProbe.CredentialsRefused());
    }

    @Test
    void thatCannotBeReached() {
      twilio.close();

      assertThat(sms.probe(FakeTwilio.account(sms.secrets)))
          .isEqualTo(new DeviceProbe.NoAnswer("The connection was refused"));
    }
  }
}
