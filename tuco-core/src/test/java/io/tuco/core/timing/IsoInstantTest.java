package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IsoInstantTest {

  @ParameterizedTest
  @CsvSource({
    "2027-03-12T22:15:00Z,                      2027-03-12T22:15:00Z",
    "2027-03-12T22:15Z,                         2027-03-12T22:15:00Z",
    "2027-03-12T22:15:00.123Z,                  2027-03-12T22:15:00.123Z",
    "2027-03-12T22:15:00.123999999Z,            2027-03-12T22:15:00.123Z",
    "2027-03-12T22:15:00-05:00,                 2027-03-13T03:15:00Z",
    "2027-03-12T22:15:00+05:45,                 2027-03-12T16:30:00Z",
    "2027-03-12T22:15:00+01:00[Europe/Paris],   2027-03-12T21:15:00Z",
    "1970-01-01T00:00:00Z,                      1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z,                  9999-12-31T23:59:59.999Z",
    "2028-02-29T00:00:00Z,                      2028-02-29T00:00:00Z",
  })
  void readsInstantsWithTheirOffset(String text, Instant instant) {
    assertThat(IsoInstant.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-12T22:15:00,      2027-03-12T22:15:00Z",
    "2027-03-12T22:15,         2027-03-12T22:15:00Z",
    "2027-03-12T22:15:00.5,    2027-03-12T22:15:00.500Z",
    "2027-03-12,               2027-03-12T00:00:00Z",
    "2028-02-29,               2028-02-29T00:00:00Z",
  })
  void takesUtcWhereNothingIsSaid(String text, Instant instant) {
    assertThat(IsoInstant.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "tomorrow",
        "1678662900",
        "2027",
        "2027-03",
        "2027-3-12",
        "2027-02-29",
        "2027-02-30",
        "2027-13-01",
        "2027-00-01",
        "2027-03-12T",
        "2027-03-12 22:15:00Z",
        "2027-03-12T24:00:00Z",
        "2027-03-12T23:60:00Z",
        "2027-03-12T22:15:61Z",
        "2027-03-12T22:15:00+19:00",
        "2027-03-12T22:15:00 Z",
        " 2027-03-12T22:15:00Z",
        "2027-03-12T22:15:00Z\n",
        "2027-03-12T22:15:00[Mars/Base]",
        "12/03/2027",
        "Fri, 12 Mar 2027 22:15:00 GMT",
        "٢٠٢٧-٠٣-١٢",
        "T22:15:00Z",
        "-2027-03-12T22:15:00Z",
      })
  void refusesWhatIsNoInstant(String text) {
    assertThat(IsoInstant.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z", "1969-12-31", "1970-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01", "+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
      })
  void refusesWhatLiesOutsideItsYears(String text) {
    assertThat(IsoInstant.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 100_000})
  void refusesTextsThatAreTooLong(int length) {
    var text = "2027-03-12T22:15:00." + "0".repeat(length - 21) + "Z";

    assertThat(text).hasSize(length);
    assertThat(IsoInstant.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-12, true",
    "2027-99-99, true",
    "2027-03-12T00:00:00Z, false",
    "'2027-03-12 ', false",
    "٢٠٢٧-٠٣-١٢, false",
    "'', false",
  })
  void tellsABareDateByItsShape(String text, boolean isBare) {
    assertThat(IsoInstant.isBareDate(text)).isEqualTo(isBare);
  }
}
