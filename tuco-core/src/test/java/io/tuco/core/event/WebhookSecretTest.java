package io.tuco.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSecretTest {

  @Test
  void readsWhatItMints() {
    var random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      var secret = WebhookSecret.mint(random);

      assertThat(secret.text()).matches("whsec_[0-9A-Za-z+/]{43}=");
      assertThat(WebhookSecret.parse(secret.text())).hasValue(secret);
      assertThat(secret.key()).hasSize(32);
    }
  }

  @Test
  void mintsFromTheGivenGeneratorOnly() {
    assertThat(WebhookSecret.mint(new Random(3))).isEqualTo(WebhookSecret.mint(new Random(3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "WHSEC_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=",
        "whsec_AAAAAAAAAAAAAAAAAAAAA-_AAAAAAAAAAAAAAAAAAAA=",
        " whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n="
      })
  void refusesEveryOtherSpelling(String raw) {
    assertThat(WebhookSecret.parse(raw)).isEmpty();
    assertThatThrownBy(() -> new WebhookSecret(raw)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNeverPrinted() {
    assertThat(WebhookSecret.mint(new Random(3))).hasToString("whsec_…");
  }
}
