package io.tuco.camel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.SettingKeys;
import io.tuco.camel.TucoSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The demo's own numbers lie below every other source, and are nobody else's. */
final class ServerOptionsTest {

  @Test
  void limitsTheDemoToSixtyThousandCallsAMinute() {
    var settings = settings(true, Map.of());

    assertThat(settings.get(SettingKeys.RATE_LIMIT_SEND)).isEqualTo(60_000);
    assertThat(settings.get(SettingKeys.RATE_LIMIT_AVAILABILITY)).isEqualTo(60_000);
    assertThat(settings.get(SettingKeys.RATE_LIMIT_REPLIES)).isEqualTo(60_000);
    assertThat(settings.get(SettingKeys.RATE_LIMIT_OTHER)).isEqualTo(60_000);
  }

  @Test
  void limitsOthersAsTheContractSays() {
    var settings = settings(false, Map.of());

    assertThat(settings.get(SettingKeys.RATE_LIMIT_SEND)).isEqualTo(60);
    assertThat(settings.get(SettingKeys.RATE_LIMIT_AVAILABILITY)).isEqualTo(200);
    assertThat(settings.get(SettingKeys.RATE_LIMIT_REPLIES)).isEqualTo(120);
    assertThat(settings.get(SettingKeys.RATE_LIMIT_OTHER)).isEqualTo(200);
  }

  @Test
  void letsTheEnvironmentHaveTheLastWordInTheDemoToo() {
    var settings = settings(true, Map.of("TUCO_RATE_LIMIT_SEND", "5"));

    assertThat(settings.get(SettingKeys.RATE_LIMIT_SEND)).isEqualTo(5);
  }

  private static TucoSettings settings(boolean demo, Map<String, String> environment) {
    return new ServerOptions(Optional.empty(), Optional.empty(), Optional.empty(), demo)
        .settings(environment, new Properties());
  }
}
