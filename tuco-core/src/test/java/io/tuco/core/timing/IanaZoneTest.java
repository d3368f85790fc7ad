package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IanaZoneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "America/Argentina/Buenos_Aires",
        "Asia/Kathmandu",
        "Pacific/Chatham",
        "Etc/UTC",
        "Etc/GMT+5",
        "US/Eastern",
        "UTC",
      })
  void readsRegionsAndUtc(String id) {
    assertThat(IanaZone.parse(id)).contains(ZoneId.of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "Z",
        "utc",
        "UTC+2",
        "UTC+02:00",
        "UT",
        "GMT",
        "GMT0",
        "GMT+1",
        "Zulu",
        "+02:00",
        "-05:00",
        "02:00",
        "EST",
        "MST",
        "HST",
        "CET",
        "PST",
        "EST5EDT",
        "Japan",
        "Eire",
        "America/Atlantis",
        "america/new_york",
        "AMERICA/NEW_YORK",
        "America/New York",
        "America/",
        "/America/New_York",
        " America/New_York",
        "America/New_York ",
        "America/New_York\n",
        "Amerıca/New_York",
        "../etc/passwd",
        "UTC/",
        "GMT/0",
        "SystemV/EST5EDT",
      })
  void refusesOffsetsAbbreviationsAndUnknownNames(String id) {
    assertThat(IanaZone.parse(id)).isEmpty();
  }
}
