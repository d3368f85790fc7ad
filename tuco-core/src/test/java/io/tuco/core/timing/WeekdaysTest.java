package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeekdaysTest {

  @ParameterizedTest
  @CsvSource({
    "0, SUNDAY",
    "1, MONDAY",
    "2, TUESDAY",
    "3, WEDNESDAY",
    "4, THURSDAY",
    "5, FRIDAY",
    "6, SATURDAY",
  })
  void countsFromSunday(int number, DayOfWeek day) {
    assertThat(Weekdays.parse(number)).contains(day);
    assertThat(Weekdays.parse((long) number)).contains(day);
    assertThat(Weekdays.parse(BigInteger.valueOf(number))).contains(day);
    assertThat(Weekdays.parse(Integer.toString(number))).contains(day);
  }

  // The suite runs under a Turkish locale, where "FRIDAY" in lower case would have no dot.
  @ParameterizedTest
  @CsvSource({
    "Sunday, SUNDAY",
    "sun, SUNDAY",
    "MON, MONDAY",
    "monday, MONDAY",
    "tUe, TUESDAY",
    "TUESDAY, TUESDAY",
    "Wed, WEDNESDAY",
    "wednesday, WEDNESDAY",
    "thu, THURSDAY",
    "Thursday, THURSDAY",
    "FRIDAY, FRIDAY",
    "FRI, FRIDAY",
    "friday, FRIDAY",
    "sat, SATURDAY",
    "SATURDAY, SATURDAY",
  })
  void readsEnglishNames(String name, DayOfWeek day) {
    assertThat(Weekdays.parse(name)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "7",
        "-1",
        "00",
        "+1",
        "1.0",
        "\u0661",
        " 1",
        "1 ",
        "Mo",
        "Tues",
        "Thurs",
        "Mondays",
        " monday",
        "Montag",
        "lundi",
        "FR\u0130DAY",
        "fr\u0131day",
        "\u017Funday",
      })
  void refusesOtherText(String text) {
    assertThat(Weekdays.parse(text)).isEmpty();
  }

  static Stream<Object> otherValues() {
    return Stream.of(
        7,
        -1,
        Integer.MIN_VALUE,
        1L << 32,
        1.0,
        0.5,
        Double.NaN,
        new BigDecimal("1.0"),
        true,
        'm',
        List.of(1),
        Map.of());
  }

  @ParameterizedTest
  @MethodSource("otherValues")
  void refusesOtherValues(Object value) {
    assertThat(Weekdays.parse(value)).isEmpty();
  }
}
