package io.tuco.core.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CallbackSecretsTest {

  private final CallbackSecrets secrets = CallbackSecrets.under(new byte[32]);

  @Test
  void isTheSameAfterARestart() {
    var again = CallbackSecrets.under(new byte[32]);

    assertThat(again.of("device-1")).isEqualTo(secrets.of("device-1")).matches("[\\w-]{43}");
  }

  @Test
  void fitsOneDeviceUnderOneKey() {
    var other = CallbackSecrets.under(new byte[] {1});

    assertThat(secrets.fits("device-1", secrets.of("device-1"))).isTrue();
    assertThat(secrets.fits("device-2", secrets.of("device-1"))).isFalse();
    assertThat(secrets.fits("device-1", other.of("device-1"))).isFalse();
    assertThat(secrets.fits("device-1", "")).isFalse();
  }
}
