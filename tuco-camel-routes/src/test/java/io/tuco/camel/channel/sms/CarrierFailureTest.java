package io.tuco.camel.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.line.SenderFault;
import io.tuco.core.line.SenderFault.Lasts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio contract, section 3: the codes that come with a callback. */
final class CarrierFailureTest {

  @ParameterizedTest
  @CsvSource({
    "30002, UNTIL_CHANGED",
    "30034, UNTIL_CHANGED",
    "20404, UNTIL_CHANGED",
    "21408, UNTIL_CHANGED",
    "21606, UNTIL_CHANGED",
    "21612, UNTIL_CHANGED",
    "21659, UNTIL_CHANGED",
    "21660, UNTIL_CHANGED",
    "20003, UNTIL_PROBED",
    "63038, A_DAY"
  })
  void tellsThatTheSenderServesNobody(int code, Lasts lasts) {
    var failure = CarrierFailure.of(code);

    assertThat(failure.reason()).endsWith("(" + code + ")");
    assertThat(failure.fault()).contains(new SenderFault(failure.reason(), lasts));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        30001, 30003, 30004, 30005, 30006, 30007, 30008, 63017, 14107, 21610, 21211, 30999, 63999, 0
      })
  void tellsThatThisTextDidNotArrive(int code) {
    var failure = CarrierFailure.of(code);

    assertThat(failure.reason()).endsWith("(" + code + ")");
    assertThat(failure.fault()).isEmpty();
  }
}
