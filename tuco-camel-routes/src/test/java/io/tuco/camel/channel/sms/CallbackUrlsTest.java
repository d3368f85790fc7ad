package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallbackUrlsTest {

  private static Optional<String> statusUnder(String publicUrl, String twilio) {
    return new CallbackUrls(SmsSettings.documented(URI.create(twilio), publicUrl)).statusOf("s-1");
  }

  @Test
  void putsTheSendIntoThePath() {
    assertThat(statusUnder("https://tuco.example/base/", "https://api.twilio.com"))
        .contains("https://tuco.example/base/hooks/twilio/status/s-1");
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://api.twilio.com",
    "http://tuco.example, https://api.twilio.com",
    "http://127.0.0.1:8080, https://api.twilio.com",
    "https://my_host.example, https://api.twilio.com",
    "http://tuco.example, http://127.0.0.1:9",
    "tuco.example, https://api.twilio.com"
  })
  void asksForNoneWhereTwilioCannotOrShouldNotCome(String publicUrl, String twilio) {
    assertThat(statusUnder(publicUrl, twilio)).isEmpty();
  }

  @Test
  void takesPlainHttpFromAStandInOnLoopback() {
    assertThat(statusUnder("http://127.0.0.1:8080", "http://127.0.0.1:9"))
        .contains("http://127.0.0.1:8080/hooks/twilio/status/s-1");
  }
}
