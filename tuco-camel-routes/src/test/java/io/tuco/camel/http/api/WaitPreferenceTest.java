package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7240: a list of preferences, of which one is ours. */
final class WaitPreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "wait=0 | 0",
        "wait=10 | 10",
        "wait=30 | 30",
        "wait=31 | 30",
        "wait=999999999 | 30",
        "WAIT=5 | 5",
        "wait = 5 | 5",
        "wait=\"5\" | 5",
        "wait=5; x=1 | 5",
        "respond-async, wait=5 | 5",
        "respond-async;wait=9,wait=5 | 5",
        "foo=\"a, wait=9\", wait=5 | 5",
        "foo=\"a\\\", wait=9\", wait=5 | 5",
        "waiting=9, wait=5, wait=7 | 5",
        ",,wait=5, | 5"
      })
  void readsTheSeconds(String header, int seconds) {
    assertThat(WaitPreference.read(header)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "respond-async",
        "wait",
        "wait=",
        "wait=-1",
        "wait=1.5",
        "wait=5s",
        "wait=\"5",
        "wait=1234567890",
        "wait=x, wait=5",
        "foo=\"wait=5",
        "await=5"
      })
  void ignoresWhatIsMalformed(String header) {
    assertThat(WaitPreference.read(header)).isEmpty();
  }
}
