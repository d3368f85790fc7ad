package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.WaitingQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * When what was read ahead may be taken for the first of a queue, and when it must be read again.
 */
final class QueueShelfTest {

  private static final int LIMIT = 16;
  private static final Instant NOW = Fixtures.NOW;

  private final QueueShelf shelf = new QueueShelf(new WaitingQueue("device:1|line|new|"));

  private static QueueHead head(int number, Duration after) {
    var message = Fixtures.aMessage().withId(Fixtures.id(number)).dueAt(NOW.plus(after)).build();
    return new QueueHead(message, Optional.empty(), true);
  }

  private void holds(QueueHead... heads) {
    shelf.fill(List.of(heads), LIMIT, 0);
  }

  private boolean wantsReading() {
    return shelf.wantsReading(Set.of());
  }

  @Test
  void isReadOnceAtFirst() {
    assertThat(wantsReading()).isTrue();

    holds(head(1, Duration.ZERO));

    assertThat(wantsReading()).isFalse();
  }

  @Test
  void isEmptyOnceAllThatWasThereIsTaken() {
    var only = head(1, Duration.ZERO);
    holds(only);

    shelf.take(only);

    assertThat(shelf.isEmpty()).isTrue();
    assertThat(wantsReading()).isFalse();
  }

  @Test
  void trustsHeadsThatAreDueBeforeWhateverCame() {
    holds(head(1, Duration.ZERO), head(2, Duration.ofHours(18)));

    shelf.expectMore(NOW.plusSeconds(1));

    assertThat(wantsReading()).isFalse();
    assertThat(shelf.isEmpty()).isFalse();
  }

  @Test
  void doesNotTrustAHeadThatIsDueAfterWhateverCame() {
    var due = head(1, Duration.ZERO);
    holds(due, head(2, Duration.ofHours(18)));

    shelf.expectMore(NOW.plusSeconds(1));
    shelf.take(due);

    assertThat(wantsReading()).isTrue();
  }

  @Test
  void remembersTheEarliestThatCame() {
    holds(head(2, Duration.ofMinutes(2)));

    shelf.expectMore(NOW.plusSeconds(60));
    shelf.expectMore(NOW.plusSeconds(180));

    assertThat(wantsReading()).isTrue();
  }

  @Test
  void looksPastWhatIsSetAside() {
    var aside = head(1, Duration.ZERO);
    holds(aside, head(2, Duration.ofHours(18)));

    shelf.expectMore(NOW.plusSeconds(1));

    assertThat(shelf.wantsReading(Set.of(aside.message().id()))).isTrue();
  }
}
