package io.tuco.core.workspace;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SandboxCodeTest {

  @Test
  void isSixOfTheAlphabetAndNeverAWord() {
    var random = new Random(1);
    for (var i = 0; i < 1_000; i++) {
      assertThat(SandboxCode.mint(random, NOW).text()).matches("(?=.*[2-9])[A-Z2-9]{6}");
    }
  }

  @Test
  void isReadHoweverItIsSpelledAndOnlyAlone() {
    assertThat(SandboxCode.in(" abCd23\n")).contains("ABCD23");
    assertThat(SandboxCode.in("ABCD23!")).isEmpty();
    assertThat(SandboxCode.in("CANCEL")).isEmpty();
    assertThat(SandboxCode.in("ABCD20")).isEmpty();
  }

  @Test
  void worksForADay() {
    var code = SandboxCode.mint(new Random(1), NOW);

    assertThat(code.isValid(NOW.plus(Duration.ofHours(24)).minusMillis(1))).isTrue();
    assertThat(code.isValid(NOW.plus(Duration.ofHours(24)))).isFalse();
  }
}
