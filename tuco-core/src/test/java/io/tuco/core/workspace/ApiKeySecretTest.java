package io.tuco.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeySecretTest {

  /** Made by another program: CRC32 of the first 38 characters, in base62. */
  private static final String KEY = "tuco_sk_0123456789ABCDEFGHIJKLMNOPQRST13bBDh";

  @Test
  void readsAKeyMadeElsewhere() {
    var key = ApiKeySecret.parse(KEY).orElseThrow();

    assertThat(key.text()).isEqualTo(KEY);
    assertThat(key.prefix()).isEqualTo("tuco_sk_0123");
    assertThat(key.last4()).isEqualTo("bBDh");
    assertThat(key.sha256())
        .isEqualTo("f28269de64298a545e182b2d4e1248810efe3f8bde5b200a836a23cd05a8663f");
  }

  @Test
  void fillsAShortCheckWithZeros() {
    assertThat(ApiKeySecret.parse("tuco_sk_OK6VUH7kscIsubZQIUnkRSDCWp5nBy000KYG")).isPresent();
  }

  @Test
  void readsWhatItMints() {
    var random = new Random(11);
    var seen = new HashSet<String>();
    for (int i = 0; i < 1_000; i++) {
      var key = ApiKeySecret.mint(KeyDialect.TUCO, random);

      assertThat(key.text()).matches("tuco_sk_[0-9A-Za-z]{36}");
      assertThat(ApiKeySecret.parse(key.text())).hasValue(key);
      assertThat(seen.add(key.text())).isTrue();
    }
  }

  @Test
  void mintsKeysOfEitherDialectByItsMark() {
    var key = ApiKeySecret.mint(KeyDialect.V1, new Random(5));

    assertThat(key.text()).matches("sk_live_[0-9A-Za-z]{36}");
    assertThat(key.prefix()).matches("sk_live_[0-9A-Za-z]{4}");
    assertThat(ApiKeySecret.parse(key.text())).contains(key);
    assertThat(ApiKeySecret.parse("tuco_sk_" + key.text().substring(8))).isEmpty();
    assertThat(ApiKeySecret.parse(key.text().replace("sk_live_", "sk_test_"))).isEmpty();
  }

  @Test
  void mintsFromTheGivenGeneratorOnly() {
    assertThat(ApiKeySecret.mint(KeyDialect.TUCO, new Random(3)))
        .isEqualTo(ApiKeySecret.mint(KeyDialect.TUCO, new Random(3)));
  }

  @Test
  void refusesEveryOtherCharacterAtEveryPlace() {
    for (int i = 0; i < KEY.length(); i++) {
      for (char c = 0; c < 0x100; c++) {
        var typo = KEY.substring(0, i) + c + KEY.substring(i + 1);

        assertThat(ApiKeySecret.parse(typo).isPresent()).isEqualTo(typo.equals(KEY));
      }
    }
  }

  @Test
  void refusesNeighboursThatSwappedPlaces() {
    for (int i = 8; i < KEY.length() - 1; i++) {
      var typo = KEY.substring(0, i) + KEY.charAt(i + 1) + KEY.charAt(i) + KEY.substring(i + 2);

      assertThat(ApiKeySecret.parse(typo).isPresent()).isEqualTo(typo.equals(KEY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tuco_sk_", "tuco_sk", "Bearer x", "tuco_sk_0123456789", "\uD83D"})
  void refusesWhatIsNoKey(String raw) {
    assertThat(ApiKeySecret.parse(raw)).isEmpty();
    assertThatThrownBy(() -> new ApiKeySecret(raw)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesSpacesAndCutsAndOtherCase() {
    var others = List.of(" " + KEY, KEY + "\n", KEY + KEY, KEY.substring(1), KEY.substring(0, 43));

    assertThat(others).noneMatch(other -> ApiKeySecret.parse(other).isPresent());
    assertThat(ApiKeySecret.parse("TUCO_SK_" + KEY.substring(8))).isEmpty();
  }

  @Test
  void isNeverPrinted() {
    assertThat(ApiKeySecret.parse(KEY).orElseThrow()).hasToString("tuco_sk_0123…");
  }
}
