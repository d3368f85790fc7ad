package io.tuco.camel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log says of an attempt names nobody. */
final class AttemptLogTest {

  @ParameterizedTest
  @CsvSource({
    "Prospect's iMessage not available on +12025550100,"
        + "Prospect's iMessage not available on ***",
    "The 'To' number (202) 555-0100 is not valid,The 'To' number (*** is not valid",
    "no such user <ada@example.com>,no such user ***",
    "21610: Recipient opted out,21610: Recipient opted out",
    "HTTP 503 from the device,HTTP 503 from the device"
  })
  void masksAddresses(String said, String logged) {
    assertThat(AttemptLog.masked(said)).isEqualTo(logged);
  }

  @Test
  void masksEachAddress() {
    assertThat(AttemptLog.masked("+12025550100, +12025550101, b@example.org"))
        .isEqualTo("***, ***, ***");
  }
}
