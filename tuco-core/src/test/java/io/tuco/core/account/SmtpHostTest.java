package io.tuco.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpHostTest {

  @ParameterizedTest
  @CsvSource({
    "smtp.example.com, smtp.example.com",
    "SMTP.Example.COM, smtp.example.com",
    "MAIL, mail",
    "mx-1.example.com, mx-1.example.com",
    "10.0.0.5, 10.0.0.5"
  })
  void readsNamesAndAddresses(String text, String host) {
    assertThat(SmtpHost.parse(text)).contains(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "smtp://a.example",
        "a.example:25",
        "a.example/x",
        "u@a.example",
        "a.example?x=y",
        "a..example",
        ".a",
        "a.",
        "-a",
        "a-",
        "a\r\nb",
        "a\n",
        "[::1]",
        "sınıf.example",
        "\u212Aelvin.example"
      })
  void refusesWhatIsMoreOrLessThanAHost(String text) {
    assertThat(SmtpHost.parse(text)).isEmpty();
  }

  @Test
  void refusesALongOneQuickly() {
    assertThat(SmtpHost.parse("a".repeat(254))).isEmpty();
    assertThat(SmtpHost.parse("a".repeat(252) + "-")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "127.0.0.1, true",
    "127.9.9.9, true",
    "127.0.0.1.evil.example, false",
    "127.evil.example, false",
    "localhost.evil.example, false",
    "10.0.0.1, false",
    "smtp.example.com, false"
  })
  void knowsLoopbackByItsSpelling(String host, boolean loopback) {
    assertThat(SmtpHost.isLoopback(host)).isEqualTo(loopback);
  }
}
