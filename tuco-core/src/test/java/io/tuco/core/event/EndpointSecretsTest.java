package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.secret.Sealed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Webhook contract, section 6: rotation. */
final class EndpointSecretsTest {

  private static final Sealed FIRST = new Sealed("v1.first");
  private static final Sealed SECOND = new Sealed("v1.second");
  private static final Sealed THIRD = new Sealed("v1.third");

  @Test
  void usesBothSecretsForADay() {
    var rotated = EndpointSecrets.of(FIRST).rotatedTo(SECOND, NOW);

    assertThat(rotated.current()).isEqualTo(SECOND);
    assertThat(rotated.oldAt(NOW)).contains(FIRST);
    assertThat(rotated.oldAt(NOW.plus(Duration.ofHours(24)).minusMillis(1))).contains(FIRST);
    assertThat(rotated.oldAt(NOW.plus(Duration.ofHours(24)))).isEmpty();
  }

  @Test
  void dropsTheOldestAtTheNextRotation() {
    var twice = EndpointSecrets.of(FIRST).rotatedTo(SECOND, NOW).rotatedTo(THIRD, NOW);

    assertThat(twice.current()).isEqualTo(THIRD);
    assertThat(twice.oldAt(NOW)).contains(SECOND);
  }
}
