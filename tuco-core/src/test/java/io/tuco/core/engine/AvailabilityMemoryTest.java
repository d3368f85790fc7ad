package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a look-up's answer holds (settled answer 10). */
final class AvailabilityMemoryTest {

  private static final Instant NOW = Fixtures.NOW;
  private static final String WORKSPACE = Fixtures.WORKSPACE;
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");

  private final AvailabilityMemory memory = new AvailabilityMemory(2);

  private Map<Address, Boolean> known(Instant at) {
    return memory.known(WORKSPACE, List.of(ADA, BOB), at);
  }

  @Test
  void remembersAYesForADay() {
    memory.note(WORKSPACE, ADA, Availability.AVAILABLE, NOW);

    assertThat(known(NOW.plus(Duration.ofHours(24)).minusMillis(1))).containsEntry(ADA, true);
    assertThat(known(NOW.plus(Duration.ofHours(24)))).isEmpty();
  }

  @Test
  void remembersANoForSixHours() {
    memory.note(WORKSPACE, BOB, Availability.UNAVAILABLE, NOW);

    assertThat(known(NOW.plus(Duration.ofHours(6)).minusMillis(1))).containsEntry(BOB, false);
    assertThat(known(NOW.plus(Duration.ofHours(6)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Availability.class,
      names = {"UNANSWERED", "UNREACHABLE", "NOT_OFFERED"})
  void remembersNothingOfAQuestionWithoutAnAnswer(Availability answer) {
    memory.note(WORKSPACE, ADA, answer, NOW);

    assertThat(known(NOW)).isEmpty();
  }

  @Test
  void believesTheDeviceMoreThanAnEarlierYes() {
    memory.note(WORKSPACE, ADA, Availability.AVAILABLE, NOW);

    memory.contradict(WORKSPACE, ADA, NOW.plusSeconds(1));

    assertThat(known(NOW.plusSeconds(1))).containsEntry(ADA, false);
  }

  @Test
  void doesNotRenewANoThatNobodyAskedFor() {
    memory.note(WORKSPACE, ADA, Availability.UNAVAILABLE, NOW);

    memory.contradict(WORKSPACE, ADA, NOW.plus(Duration.ofHours(5)));

    assertThat(known(NOW.plus(Duration.ofHours(6)))).isEmpty();
  }

  @Test
  void keepsWorkspacesApart() {
    memory.note(Fixtures.OTHER_WORKSPACE, ADA, Availability.AVAILABLE, NOW);

    assertThat(known(NOW)).isEmpty();
  }

  @Test
  void forgetsWhatNobodyAskedForLongestWhenItIsFull() {
    var carol = new PhoneNumber("+12025550102");
    memory.note(WORKSPACE, ADA, Availability.AVAILABLE, NOW);
    memory.note(WORKSPACE, BOB, Availability.AVAILABLE, NOW);
    memory.known(WORKSPACE, List.of(ADA), NOW);

    memory.note(WORKSPACE, carol, Availability.AVAILABLE, NOW);

    assertThat(memory.known(WORKSPACE, List.of(ADA, BOB, carol), NOW)).containsOnlyKeys(ADA, carol);
  }
}
