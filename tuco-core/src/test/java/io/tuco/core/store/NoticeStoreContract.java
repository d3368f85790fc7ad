package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link NoticeStore} promises. */
public abstract class NoticeStoreContract {

  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final OutboxEvent FIRST = anEvent("evt_1", 1);
  private static final OutboxEvent SECOND = anEvent("evt_2", 2);

  private NoticeStore notices;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    notices = openStores().notices();
  }

  @Test
  void keepsWhatIsAddedInTheOrderOfSeq() {
    notices.add(WORKSPACE, "line-1", SECOND);
    notices.add(WORKSPACE, "line-1", FIRST);
    notices.add(OTHER_WORKSPACE, "line-2", FIRST);

    assertThat(notices.due(LATER, 10))
        .containsExactlyInAnyOrder(
            outbox("line-1", FIRST, SECOND),
            new Outbox(OTHER_WORKSPACE, "line-2", Optional.empty(), List.of(FIRST)));
    assertThat(notices.due(LATER, 1)).hasSize(1);
  }

  @Test
  void takesTheSameOnce() {
    notices.add(WORKSPACE, "line-1", FIRST);
    notices.add(WORKSPACE, "line-1", SECOND);
    notices.add(WORKSPACE, "line-1", FIRST);

    assertThat(notices.due(LATER, 10)).containsExactly(outbox("line-1", FIRST, SECOND));
  }

  @Test
  void forgetsWhatIsInTheStreamAndNothingElse() {
    notices.add(WORKSPACE, "line-1", FIRST);
    var seen = notices.due(LATER, 10);
    notices.add(WORKSPACE, "line-1", SECOND);

    notices.markStreamed(seen);
    notices.markStreamed(List.of());

    assertThat(notices.due(LATER, 10)).containsExactly(outbox("line-1", SECOND));
    notices.markStreamed(notices.due(LATER, 10));
    assertThat(notices.due(LATER, 10)).isEmpty();
  }

  @Test
  void startsAnewAfterEverythingIsInTheStream() {
    notices.add(WORKSPACE, "line-1", FIRST);
    notices.markStreamed(notices.due(LATER, 10));

    notices.add(WORKSPACE, "line-1", SECOND);

    assertThat(notices.due(LATER, 10)).containsExactly(outbox("line-1", SECOND));
  }

  @Test
  void keepsNoOtherWaitingForWhatIsPutOff() {
    notices.add(WORKSPACE, "line-1", FIRST);
    notices.add(WORKSPACE, "line-2", SECOND);

    notices.putOff(WORKSPACE, "line-1", LATER);
    notices.putOff(OTHER_WORKSPACE, "line-2", LATER);

    assertThat(notices.due(LATER.minusMillis(1), 10)).containsExactly(outbox("line-2", SECOND));
    assertThat(notices.due(LATER, 10)).hasSize(2);
  }

  private static Outbox outbox(String subject, OutboxEvent... events) {
    return new Outbox(WORKSPACE, subject, Optional.empty(), List.of(events));
  }
}
