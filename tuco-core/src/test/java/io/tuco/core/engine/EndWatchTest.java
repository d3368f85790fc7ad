package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.memory.InMemoryStores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EndWatchTest {

  private final InMemoryStores stores = new InMemoryStores();
  private final EndWatch watch = new EndWatch(stores.messages());

  @ParameterizedTest
  @EnumSource
  void tellsOfEveryStatusInWhichNoLaneHoldsIt(MessageStatus status) {
    var end = watch.endOf(aMessage().build());
    var stored = aMessage().withStatus(status).build();

    watch.note(stored);

    assertThat(end.isDone()).isEqualTo(!status.isOfALane());
    assertThat(watch.size()).isEqualTo(status.isOfALane() ? 1 : 0);
  }

  @Test
  void tellsEverybodyWhoWaitsForTheMessageAndNobodyElse() {
    var one = watch.endOf(aMessage().build());
    var two = watch.endOf(aMessage().build());
    var theirs = watch.endOf(aMessage().inWorkspace(OTHER_WORKSPACE).build());
    var sent = aMessage().withStatus(MessageStatus.SENT).build();

    watch.note(sent);

    assertThat(one).isCompletedWithValue(Optional.of(sent));
    assertThat(two).isCompletedWithValue(Optional.of(sent));
    assertThat(theirs).isNotDone();
  }

  @Test
  void hearsFromTheStoreWhatNobodyTold() {
    var end = watch.endOf(aMessage().build());
    var sent = aMessage().withStatus(MessageStatus.SENT).build();
    stores.messages().insert(sent, Optional.empty(), List.of());

    watch.look();

    assertThat(end).isCompletedWithValue(Optional.of(sent));
  }

  @Test
  void forgetsWhoGaveUp() {
    watch.endOf(aMessage().build()).complete(Optional.empty());

    assertThat(watch.size()).isZero();
  }

  @Test
  void sendsEverybodyAwayWhenItCloses() {
    var before = watch.endOf(aMessage().build());

    watch.close();

    assertThat(before).isCompletedWithValue(Optional.empty());
    assertThat(watch.endOf(aMessage().build())).isCompletedWithValue(Optional.empty());
    assertThat(watch.size()).isZero();
  }
}
