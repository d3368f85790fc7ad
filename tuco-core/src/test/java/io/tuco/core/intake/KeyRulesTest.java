package io.tuco.core.intake;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.core.intake.KeyStanding.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of API contract, section 3, and what a crash adds to it. */
final class KeyRulesTest {

  private static final IdempotencyKey KEY = new IdempotencyKey(WORKSPACE, "/api/messages", "k-1");
  private static final KeyedCall CALL = KeyedCall.of(KEY, "{\"message\":\"Hi\"}");
  private static final KeyedCall ANOTHER = KeyedCall.of(KEY, "{\"message\":\"Ho\"}");
  private static final KeyRecord RUNNING =
      KeyRecord.claimedBy(CALL, List.of("m-1"), NOW.plus(KeyRules.HOLD), NOW);
  private static final KeyRecord ANSWERED = RUNNING.answeredBy(new KeptAnswer(201, "{}"));

  static Stream<Arguments> cases() {
    return Stream.of(
        arguments("never used", Optional.empty(), CALL, Duration.ZERO, Kind.FREE),
        arguments("running", Optional.of(RUNNING), CALL, Duration.ofMillis(4_999), Kind.RUNNING),
        arguments("crashed", Optional.of(RUNNING), CALL, KeyRules.HOLD, Kind.UNFINISHED),
        arguments("failed", Optional.of(RUNNING.letGo()), CALL, Duration.ZERO, Kind.UNFINISHED),
        arguments("over", Optional.of(ANSWERED), CALL, Duration.ZERO, Kind.ANSWERED),
        arguments("long over", Optional.of(ANSWERED), CALL, Duration.ofDays(31), Kind.ANSWERED),
        arguments("another runs", Optional.of(RUNNING), ANOTHER, Duration.ZERO, Kind.REUSED),
        arguments("another crashed", Optional.of(RUNNING), ANOTHER, KeyRules.HOLD, Kind.REUSED),
        arguments("another is over", Optional.of(ANSWERED), ANOTHER, Duration.ZERO, Kind.REUSED),
        arguments(
            "another failed", Optional.of(RUNNING.letGo()), ANOTHER, Duration.ZERO, Kind.LET_GO));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tellsHowItStands(
      String name, Optional<KeyRecord> known, KeyedCall call, Duration later, Kind expected) {
    assertThat(KeyRules.standing(known, call, NOW.plus(later)).kind()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "!", "~", "2b1c-\"quoted\"-{x}"})
  void takesVisibleAscii(String word) {
    assertThat(IdempotencyKey.parse(WORKSPACE, "/api/messages", word)).isPresent();
    assertThat(IdempotencyKey.parse(WORKSPACE, "/api/messages", "x".repeat(255))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "k\n", "\u007f", "schlüssel", "k\u0000"})
  void takesNothingElse(String word) {
    assertThat(IdempotencyKey.parse(WORKSPACE, "/api/messages", word)).isEmpty();
    assertThat(IdempotencyKey.parse(WORKSPACE, "/api/messages", "x".repeat(256))).isEmpty();
    assertThatThrownBy(() -> new IdempotencyKey(WORKSPACE, "/api/messages", word))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void completesUnderTheIdsOfTheOneItTakesOverFrom() {
    var taken = RUNNING.takenOverBy(CALL, List.of("m-2"), NOW.plusSeconds(60));
    var longer = RUNNING.takenOverBy(ANOTHER, List.of("m-2", "m-3"), NOW.plusSeconds(60));

    assertThat(taken.messageIds()).containsExactly("m-1");
    assertThat(longer.messageIds()).containsExactly("m-1", "m-3");
    assertThat(taken.createdAt()).isEqualTo(RUNNING.createdAt());
    assertThat(taken.revision()).isEqualTo(1);
  }
}
