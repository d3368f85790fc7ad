package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builder, then environment, then files, then a profile's defaults, then the default. */
final class TucoSettingsTest {

  private static final String KEY = "tuco.relay.text-life";
  private static final String NAME = "TUCO_RELAY_TEXT_LIFE";

  private static TucoSettings from(
      Map<String, String> builder,
      Map<String, String> environment,
      Map<String, String> file,
      Map<String, String> profile) {
    return TucoSettings.from(new SettingSources(builder, environment, file, profile));
  }

  private static Duration life(TucoSettings settings) {
    return settings.get(SettingKeys.RELAY_TEXT_LIFE);
  }

  @Test
  void takesTheStrongestSource() {
    var builder = Map.of(KEY, "1s");
    var environment = Map.of(NAME, "2s");
    var file = Map.of(KEY, "3s");
    var profile = Map.of(KEY, "4s");

    assertThat(life(from(builder, environment, file, profile))).hasSeconds(1);
    assertThat(life(from(Map.of(), environment, file, profile))).hasSeconds(2);
    assertThat(life(from(Map.of(), Map.of(), file, profile))).hasSeconds(3);
    assertThat(life(from(Map.of(), Map.of(), Map.of(), profile))).hasSeconds(4);
    assertThat(life(TucoSettings.defaults())).hasSeconds(150);
  }

  @Test
  void reportsEveryProblemAtOnceAndNoSecret() {
    var file =
        Map.of(
            KEY,
            "soon",
            "tuco.http.port",
            "70000",
            "tuco.admin.enabled",
            "yes",
            "tuco.webhook.ports",
            "",
            "tuco.webhook.allow-cidrs",
            "10.0.0.0/33",
            "tuco.secrets.key",
            "c2hvcnQ=");

    assertThatThrownBy(() -> from(Map.of(), Map.of(), file, Map.of()))
        .isInstanceOfSatisfying(
            ConfigurationException.class, found -> assertThat(found.problems()).hasSize(6))
        .hasMessageContaining("tuco.relay.text-life must be a duration such as 30s, 10m or 2h")
        .hasMessageContaining("not \"70000\"")
        .hasMessageNotContaining("c2hvcnQ=");
  }

  @Test
  void hidesSecretsFromPeople() {
    var settings = from(Map.of("tuco.admin.token", "operator"), Map.of(), Map.of(), Map.of());

    assertThat(settings.toString()).contains("tuco.admin.token=•••").doesNotContain("operator");
  }

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "30s, PT30S", "10m, PT10M", "2h, PT2H", "1d, PT24H"})
  void readsDurations(String text, Duration duration) {
    assertThat(life(from(Map.of(KEY, text), Map.of(), Map.of(), Map.of()))).isEqualTo(duration);
  }
}
