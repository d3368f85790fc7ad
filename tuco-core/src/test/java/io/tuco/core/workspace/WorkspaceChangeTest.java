package io.tuco.core.workspace;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.Change;
import io.tuco.core.workspace.WorkspaceChange.RateLimitsChange;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceChangeTest {

  @ParameterizedTest
  @CsvSource({
    ", , , ",
    ", true, , past_due",
    ", true, fraud, fraud",
    ", , fraud, ",
    "fraud, , , fraud",
    "fraud, true, , fraud",
    "fraud, , other, other",
    "fraud, false, , ",
    "fraud, false, other, "
  })
  void locksByTheSwitchAndNamesTheReason(
      String before, Boolean switched, String reason, String after) {
    var current = aWorkspace();
    Optional.ofNullable(before).ifPresent(current::readOnly);

    var changed =
        change(Optional.ofNullable(switched), Optional.ofNullable(reason))
            .appliedTo(current.build(), NOW);

    assertThat(changed.readOnlyReason()).isEqualTo(Optional.ofNullable(after));
  }

  @Test
  void keepsEverythingElseAndNotesTheTime() {
    var current = aWorkspace().withEverything().build();

    var changed = change(Optional.empty(), Optional.empty()).appliedTo(current, NOW.plusSeconds(5));

    assertThat(changed).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(current);
    assertThat(changed.updatedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us", "USA", "ZZ", "1", "US "})
  void knowsCountriesByTheirTwoCapitalsOnly(String text) {
    assertThat(Region.parse(text)).isEmpty();
    assertThat(Region.parse("TR")).contains("TR");
  }

  private static WorkspaceChange change(Optional<Boolean> readOnly, Optional<String> reason) {
    return new WorkspaceChange(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        readOnly,
        reason,
        new RateLimitsChange(Change.none(), Change.none(), Change.none(), Change.none()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
