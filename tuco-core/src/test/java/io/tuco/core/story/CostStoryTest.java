package io.tuco.core.story;

import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.line.LineLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a message costs the store: little when it leaves, nothing while it waits (answer 16). */
final class CostStoryTest {

  private final WatchedStores stores = new WatchedStores();
  private final TucoHarness tuco =
      TucoHarness.at("2027-03-12T15:00:00Z", DispatchSettings.documented(), stores);

  @Test
  void writesFourTimesForASendAfterItsAccept() {
    tuco.submits(aText("hello"));

    tuco.runsDueWork();

    assertThat(stores.writes())
        .containsExactly("insert", "replace", "beginSend", "record", "replace");
  }

  @Test
  void writesNoMoreWhenAPersonHasSeveralMessages() {
    tuco.lineIsLimitedTo(new LineLimits(50, 75, 50, Duration.ZERO));
    tuco.submits(aText("one"));
    tuco.submits(aText("two"));
    tuco.submits(aTextTo(BOB, "hello"));

    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.relay().sent()).hasSize(3);
    assertThat(stores.writes()).hasSize(3 * 5);
  }

  @Test
  void writesNothingWhileACapHoldsABacklog() {
    tuco.lineIsLimitedTo(new LineLimits(50, 1, 50, Duration.ZERO));
    for (var person = 0; person < 20; person++) {
      tuco.submits(aTextTo(person, "hello"));
    }
    tuco.passes(Duration.ofMinutes(2));
    var before = stores.writes().size();

    tuco.passes(Duration.ofHours(8));

    assertThat(stores.writes()).hasSize(before);
  }
}
