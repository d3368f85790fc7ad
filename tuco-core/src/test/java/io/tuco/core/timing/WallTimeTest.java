package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WallTimeTest {

  @Test
  void readsEveryMinuteOfTheDay() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      String text = String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);

      assertThat(WallTime.parse(text)).contains(LocalTime.of(minute / 60, minute % 60));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        "9:00",
        "09:0",
        "0900",
        "09.00",
        "09-00",
        "24:00",
        "23:60",
        "99:99",
        "-1:00",
        "+9:00",
        "09:00:00",
        "09:00Z",
        "T09:00",
        "9:00 AM",
        "09:00am",
        " 09:00",
        "09:00 ",
        "09:00\n",
        "\n09:00",
        "09 :00",
        "09\uFF1A00",
        "\u0660\u0669:\u0660\u0660",
        "\uFF10\uFF19:\uFF10\uFF10",
        "0\u0669:00",
        "nine",
      })
  void refusesAnythingElse(String text) {
    assertThat(WallTime.parse(text)).isEmpty();
  }
}
