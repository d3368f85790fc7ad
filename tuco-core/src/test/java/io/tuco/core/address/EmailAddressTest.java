package io.tuco.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada@example.com",
    "'  Ada@Example.COM ', ada@example.com",
    "IVAN.ILIC@EXAMPLE.IO, ivan.ilic@example.io",
    "ada+list@example.com, ada+list@example.com",
    "a@b.co, a@b.co",
    "o'brien@example.ie, o'brien@example.ie",
    "!#$%&'*+-/=?^_`{|}~@example.com, !#$%&'*+-/=?^_`{|}~@example.com",
    "ada@mail-1.eu.example.museum, ada@mail-1.eu.example.museum",
    "ada@xn--mnchen-3ya.de, ada@xn--mnchen-3ya.de",
    "Ada@M\u00dcNCHEN.de, ada@xn--mnchen-3ya.de",
    "ada@b\u00fccher.example, ada@xn--bcher-kva.example",
    "1@2.com, 1@2.com",
  })
  void readsWhatPeopleWrite(String raw, String expected) {
    assertThat(EmailAddress.parse(raw).orElseThrow().value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@",
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "ada@@example.com",
        "ada@b@example.com",
        "ada@.example.com",
        "ada@example.com.",
        "ada@example..com",
        "ada@-example.com",
        "ada@example-.com",
        "ada@exa_mple.com",
        "ada@exam ple.com",
        ".ada@example.com",
        "ada.@example.com",
        "a..da@example.com",
        "a da@example.com",
        "\"ada\"@example.com",
        "ada(work)@example.com",
        "Ada <ada@example.com>",
        "ada@example.com, bob@example.com",
        "ada;bob@example.com",
        "mailto:ada@example.com",
        "ada@[127.0.0.1]",
        "ada@[IPv6:::1]",
        "ada@127.0.0.1",
        "ada@example.123",
        "ada\\@example.com",
        "ada@example.com\n",
        "\tada@example.com",
        "ada@example.com\r\nBcc: bob@example.com",
        "ada\u0000@example.com",
        "ada\u007f@example.com",
        "\u00a0ada@example.com",
        "\u00e4da@example.com",
        "ada@exam\uff1cple.com",
        "ada@exa\uff20mple.com",
        "ada@\u00fc\ud800.de",
        "\u212aay@example.com",
        "\u0130van@example.com",
        "a\u760dda@example.com"
      })
  void refusesWithAReason(String raw) {
    assertThat(EmailAddress.parse(raw).refusal()).get().asString().isNotBlank();
  }

  @Test
  void takesTheLongestAddressAndNoLonger() {
    var local = "a".repeat(64);
    var domain = ("b".repeat(60) + ".").repeat(3) + "c".repeat(6);

    assertThat(EmailAddress.parse(local + "@" + domain).value())
        .get()
        .satisfies(address -> assertThat(address.value()).hasSize(254));
    assertThat(EmailAddress.parse(local + "@" + domain + "c").isAccepted()).isFalse();
    assertThat(EmailAddress.parse(local + "a@example.com").isAccepted()).isFalse();
    assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".com").isAccepted()).isFalse();
    assertThat(EmailAddress.parse("a@" + "b".repeat(63) + ".com").isAccepted()).isTrue();
  }

  @Test
  void refusesLongTextsBeforeReadingThem() {
    var hostile = "a.".repeat(500_000) + "@example.com";

    assertThat(EmailAddress.parse(hostile).refusal()).hasValue("The e-mail address is too long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada@example.com", " ada@example.com", "ada", ""})
  void existsInNormalFormOnly(String text) {
    assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAnEmail() {
    assertThat(new EmailAddress("ada@example.com").kind()).isEqualTo(AddressKind.EMAIL);
  }
}
