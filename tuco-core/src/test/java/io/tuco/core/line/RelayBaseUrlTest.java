package io.tuco.core.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RelayBaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1234, http://127.0.0.1:1234",
    "http://mac.local/, http://mac.local",
    "HTTPS://relay.example/bb//, HTTPS://relay.example/bb",
    "http://[::1]:1234, http://[::1]:1234"
  })
  void readsAnAddressOnAnyNetwork(String written, String read) {
    assertThat(RelayBaseUrl.parse(written)).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "relay.example",
        "//relay.example",
        "ftp://relay.example",
        "http://",
        "http:///x",
        "http://u:p@relay.example",
        "http://relay.example?password=x",
        "http://relay.example/#x",
        "http://relay.example:65536",
        "http://relay example",
        "mailto:a@b.c"
      })
  void refusesWhatIsMoreOrLessThanAnAddress(String written) {
    assertThat(RelayBaseUrl.parse(written)).isEmpty();
  }
}
