package io.tuco.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.harness.WatchedStores;
import io.tuco.core.harness.WatchedStores.Side;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.DeviceMessage.Changes;
import io.tuco.core.intake.DeviceMessage.Context;
import io.tuco.core.intake.DeviceMessage.Receipts;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.ReplyFilter;
import io.tuco.core.workspace.SendDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies while it takes in a reply neither loses nor doubles what follows from it. */
final class ReplyCrashStoryTest {

  private static final String ADA = "+12025550100";

  private final WatchedStores stores = new WatchedStores();
  private final TucoHarness tuco =
      TucoHarness.at("2027-03-12T15:00:00Z", DispatchSettings.documented(), stores);

  private void hasABatchUnderWay() {
    tuco.workspaceBecomes(
        workspace ->
            Fixtures.aWorkspace()
                .withId(workspace.id())
                .sending(new SendDefaults(Duration.ZERO, true, false))
                .build());
    var sent =
        Fixtures.aSendingMessage("s-1")
            .withId(Fixtures.id(1))
            .inBatch("batch-1")
            .fromLine(tuco.line().id())
            .build();
    var marked =
        sent.withProgress(
            sent.progress().touching(List.of(tuco.line().id() + ":" + ADA)), tuco.now());
    stores.messages().insert(marked.sent("R", tuco.now()), Optional.empty(), List.of());
    var waiting =
        Fixtures.aMessage()
            .withId(Fixtures.id(2))
            .inBatch("batch-1")
            .fromLine(tuco.line().id())
            .scheduledFor(tuco.now().plusSeconds(36_000))
            .withStatus(MessageStatus.SCHEDULED)
            .build();
    stores.messages().insert(waiting, Optional.of(tuco.device().laneId()), List.of());
  }

  private void hears() {
    tuco.engine()
        .deviceNews()
        .heard(
            tuco.device().id(),
            new DeviceMessage(
                "G-1",
                false,
                Optional.empty(),
                Optional.of(ADA),
                "yes",
                List.of(),
                Fixtures.NOW,
                Receipts.none(),
                Changes.none(),
                Context.none(),
                0),
            tuco.now());
  }

  private long replies() {
    return stores
        .replies()
        .page(tuco.workspace().id(), ReplyFilter.everything(), new PageRequest(1, 9))
        .totalCount();
  }

  @Test
  void isTakenInByTheNextReportWhenItWasNotStored() {
    hasABatchUnderWay();
    stores.dieAt(1, Side.BEFORE);
    assertThatThrownBy(this::hears).hasMessage("the caller died");
    assertThat(replies()).isZero();

    tuco.restartsAfterACrash();
    hears();

    assertThat(replies()).isEqualTo(1);
    assertThat(tuco.message(Fixtures.id(2)).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(tuco.published()).containsOnlyOnce(EventName.MESSAGE_REPLY);
  }

  /** Stored; the batch cancelled; noted as heeded. */
  enum Death {
    AFTER_IT_WAS_STORED(1, Side.AFTER),
    AFTER_THE_BATCH_WAS_CANCELLED(2, Side.AFTER),
    BEFORE_IT_WAS_NOTED(3, Side.BEFORE);

    private final int write;
    private final Side side;

    Death(int write, Side side) {
      this.write = write;
      this.side = side;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isHeededByTheSweepWhenItWasStoredAndNotHeeded(Death death) {
    hasABatchUnderWay();
    stores.dieAt(death.write, death.side);
    assertThatThrownBy(this::hears).hasMessage("the caller died");

    tuco.restartsAfterACrash();
    tuco.engine().replies().sweep(tuco.now());
    hears();
    tuco.passes(Duration.ofMinutes(1));
    tuco.engine().replies().sweep(tuco.now());

    assertThat(replies()).isEqualTo(1);
    assertThat(tuco.message(Fixtures.id(2)).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(stores.messages().unheeded(tuco.now().plusSeconds(1), 9)).isEmpty();
    assertThat(stores.messages().undrained(9))
        .filteredOn(outbox -> outbox.events().get(0).name() == EventName.MESSAGE_REPLY)
        .hasSize(1);
  }
}
