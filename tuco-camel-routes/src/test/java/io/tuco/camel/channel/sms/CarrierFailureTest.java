package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.channel.sms.CarrierFailure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio contract, section 3: the codes that come with a callback. */
final class CarrierFailureTest {

  @ParameterizedTest
  @CsvSource({
    "30001, RETRY, false",
    "30002, SENDER, true",
    "30003, RETRY, false",
    "30004, PERMANENT, false",
    "30005, PERMANENT, false",
    "30006, PERMANENT, false",
    "30007, PERMANENT, false",
    "30008, RETRY, false",
    "30034, SENDER, true",
    "63017, RETRY, false",
    "63038, SENDER, true",
    "14107, RETRY, true",
    "21610, PERMANENT, false",
    "21211, PERMANENT, false",
    "20003, SENDER, true",
    "20404, SENDER, true",
    "21408, SENDER, true",
    "21606, SENDER, true",
    "21612, SENDER, true",
    "21659, SENDER, true",
    "21660, SENDER, true",
    "30999, PERMANENT, false",
    "63999, PERMANENT, false",
    "0, PERMANENT, false"
  })
  void tellsWhoIsConcerned(int code, Kind kind, boolean alerts) {
    var failure = CarrierFailure.of(code);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.alerts()).isEqualTo(alerts);
    assertThat(failure.reason()).endsWith("(" + code + ")");
    assertThat(failure.retries().isEmpty()).isEqualTo(kind != Kind.RETRY);
  }

  @Test
  void triesAPhoneThatIsOffThreeTimes() {
    var failure = CarrierFailure.of(30003);

    assertThat(failure.retryAfter(1)).contains(Duration.ofMinutes(15));
    assertThat(failure.retryAfter(2)).contains(Duration.ofHours(1));
    assertThat(failure.retryAfter(3)).contains(Duration.ofHours(4));
    assertThat(failure.retryAfter(4)).isEmpty();
  }

  @Test
  void triesAnUnexplainedFailureOnce() {
    assertThat(CarrierFailure.of(30008).retryAfter(1)).isPresent();
    assertThat(CarrierFailure.of(30008).retryAfter(2)).isEmpty();
  }

  @Test
  void neverRepeatsWhatWasFilteredAsSpam() {
    assertThat(CarrierFailure.of(30007).retryAfter(1)).isEmpty();
  }

  @Test
  void leavesASenderAtItsDailyCapAloneForADay() {
    assertThat(CarrierFailure.of(63038).senderRest()).contains(Duration.ofHours(24));
    assertThat(CarrierFailure.of(30034).senderRest()).isEmpty();
  }
}
