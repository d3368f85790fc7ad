package io.tuco.core.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The thresholds of API contract, section 7: low below 5 %, high above 15 %. */
final class SpamRiskTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, LOW",
    "0, 9, LOW",
    "49, 1000, LOW",
    "50, 1000, MEDIUM",
    "150, 1000, MEDIUM",
    "151, 1000, HIGH",
    "1, 1, HIGH"
  })
  void growsWithTheShareThatFails(long failed, long total, SpamRisk risk) {
    assertThat(SpamRisk.of(failed, total)).isEqualTo(risk);
  }
}
