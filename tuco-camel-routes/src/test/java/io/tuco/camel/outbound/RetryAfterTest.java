package io.tuco.camel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  @Test
  void readsSeconds() {
    assertThat(RetryAfter.parse("120", Fixtures.NOW))
        .contains(Fixtures.NOW.plus(Duration.ofMinutes(2)));
  }

  @Test
  void readsAnHttpDate() {
    assertThat(RetryAfter.parse("Sun, 14 Mar 2027 08:49:37 GMT", Fixtures.NOW))
        .contains(Instant.parse("2027-03-14T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "2027-03-14"})
  void ignoresWhatItCannotRead(String text) {
    assertThat(RetryAfter.parse(text, Fixtures.NOW)).isEmpty();
  }
}
