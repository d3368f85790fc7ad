package io.tuco.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "(415) 555-0100, US, +14155550100",
    "4155550100, US, +14155550100",
    "14155550100, US, +14155550100",
    "1 (415) 555.0100, US, +14155550100",
    "+14155550100, US, +14155550100",
    "+1 415-555-0100, DE, +14155550100",
    "' 415 555 0100 ', US, +14155550100",
    "020 7183 8750, GB, +442071838750",
    "+44 (0)20 7183 8750, US, +442071838750",
    "+49 30 901820, US, +4930901820",
    "030 901820, DE, +4930901820",
    "06 698 12345, IT, +390669812345",
    "+61 412 345 678, US, +61412345678",
    "+55 11 91234-5678, US, +5511912345678",
    "011 15 2345-6789, AR, +5491123456789",
    "+800 1234 5678, US, +80012345678",
  })
  void readsWhatPeopleWrite(String raw, String region, String expected) {
    assertThat(PhoneNumber.parse(raw, region).orElseThrow().value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 202 555 0100", "+15005550006", "+1 999 999 9999", "+1 000 000 0000"})
  void takesNumbersThatArePossibleButNotValid(String raw) {
    assertThat(PhoneNumber.parse(raw, "US").isAccepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "()-.",
        "555-0100",
        "415555010",
        "41555501000",
        "+1415555010",
        "+141555501000",
        "911",
        "1-800-FLOWERS",
        "415 555 0100 x12",
        "415 555 0100 ext. 12",
        "415 555 0100;12",
        "415 555 0100#",
        "415 555 0100,12",
        "*67 415 555 0100",
        "tel:+14155550100",
        "tel:415-555-0100;phone-context=+1",
        "+14155550100;ext=1",
        "++14155550100",
        "+1+4155550100",
        "1+4155550100",
        "+0014155550100",
        "+999 12345678",
        "+04155550100",
        "415/555/0100",
        "415\t555 0100",
        "4155550100\n",
        "\u00004155550100",
        "415\u00a0555\u00a00100",
        "415\u2011555\u20110100",
        "\uff0b14155550100",
        "\uff14\uff11\uff15\uff15\uff15\uff15\uff10\uff11\uff10\uff10",
        "\u0664\u0661\u0665\u0665\u0665\u0665\u0660\u0661\u0660\u0660",
        "\u202a+14155550100\u202c",
        "someone@example.com"
      })
  void refusesWithAReason(String raw) {
    assertThat(PhoneNumber.parse(raw, "US").refusal()).get().asString().isNotBlank();
  }

  @Test
  void wantsAPlusBeforeNumbersOfOtherCountries() {
    assertThat(PhoneNumber.parse("011 44 20 7183 8750", "US").refusal())
        .hasValue("An international phone number needs a leading +");
    assertThat(PhoneNumber.parse("44 20 7183 8750", "US").isAccepted()).isFalse();
    assertThat(PhoneNumber.parse("00 1 415 555 0100", "DE").isAccepted()).isFalse();
  }

  @Test
  void needsAKnownRegionOnlyWithoutPlus() {
    assertThat(PhoneNumber.parse("4155550100", "ZZ").isAccepted()).isFalse();
    assertThat(PhoneNumber.parse("4155550100", "").isAccepted()).isFalse();
    assertThat(PhoneNumber.parse("+14155550100", "ZZ").isAccepted()).isTrue();
  }

  @Test
  void refusesLongTextsBeforeReadingThem() {
    var padded = "+14155550100" + " ".repeat(1_000_000);

    assertThat(PhoneNumber.parse(padded, "US").refusal()).hasValue("The phone number is too long");
  }

  @Test
  void neverRepeatsTheNumberInAReason() {
    for (var raw : List.of("41555501", "+999415555010", "4155550100x1", "01144207183875")) {
      assertThat(PhoneNumber.parse(raw, "US").refusal().orElseThrow()).doesNotContain("4");
    }
  }

  @Test
  void readsTheExampleNumberOfEveryRegionInBothForms() {
    var library = PhoneNumberUtil.getInstance();
    for (var region : library.getSupportedRegions()) {
      var example = library.getExampleNumber(region);
      var expected = library.format(example, PhoneNumberFormat.E164);

      for (var form : List.of(PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL)) {
        var written = library.format(example, form).replace('/', ' ');
        assertThat(PhoneNumber.parse(written, region).orElseThrow().value()).isEqualTo(expected);
      }
    }
  }

  @Test
  void refusesANumberWhoseNationalPrefixIsThereTwice() {
    assertThat(PhoneNumber.parse("+598002342968", "US").refusal())
        .hasValue("The phone number has no single E.164 form");
  }

  @Test
  void readsItsOwnTextAsItself() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var raw = "+" + (1 + Math.floorMod(random.nextLong(), 999_999_999_999L));
      var once = PhoneNumber.parse(raw, "US");

      once.value()
          .ifPresent(
              number ->
                  assertThat(PhoneNumber.parse(number.value(), "DE").value()).hasValue(number));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4155550100", "+1 4155550100", "+0155550100", "+141555", "+1234567890123456"})
  void existsInE164Only(String text) {
    assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAPhone() {
    assertThat(new PhoneNumber("+14155550100").kind()).isEqualTo(AddressKind.PHONE);
  }
}
