package io.tuco.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much of a message's past is kept, and that none of it gets lost between two who write. */
final class HistoryTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");

  private static HistoryEntry entry(int number, String detail) {
    return new HistoryEntry(
        NOW.plusSeconds(number),
        Optional.of(MessageStatus.PENDING),
        MessageStatus.PENDING,
        "reason " + number,
        Actor.DISPATCH,
        Optional.empty(),
        Optional.empty(),
        Optional.of(detail));
  }

  private static History of(int count) {
    var history = History.none();
    for (var number = 0; number < count; number++) {
      history = history.with(entry(number, ""));
    }
    return history;
  }

  @Test
  void keepsTheFirstTenAndTheLatest() {
    assertThat(of(History.MOST).leftOut()).isZero();

    var long1000 = of(1_000);

    assertThat(long1000.entries()).hasSize(History.MOST);
    assertThat(long1000.leftOut()).isEqualTo(1_000 - History.MOST);
    assertThat(long1000.entries().get(History.FIRST - 1).reason()).isEqualTo("reason 9");
    assertThat(long1000.entries().get(History.FIRST).reason()).isEqualTo("reason 960");
    assertThat(long1000.entries().get(History.MOST - 1).reason()).isEqualTo("reason 999");
  }

  @Test
  void joinsWhatTwoHaveNotedWithoutSayingAnythingTwice() {
    var read = of(2);
    var one = read.with(entry(2, "one"));
    var other = read.with(entry(3, "other"));

    var both = one.and(other);

    assertThat(both.entries()).hasSize(4);
    assertThat(both.and(one)).isEqualTo(both);
    assertThat(History.none().and(both)).isEqualTo(both);
  }

  @Test
  void cutsWhatAProviderSaysAtLength() {
    var entry = entry(1, "\uD83D\uDE00".repeat(HistoryEntry.LONGEST + 1));

    assertThat(entry.detail().orElseThrow()).isEqualTo("\uD83D\uDE00".repeat(HistoryEntry.LONGEST));
  }
}
