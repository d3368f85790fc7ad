package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.event.Outbox;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;

/** Stores what became of an attempt: status and event in one write (invariant 11). */
public final class SendRecords {

  private final Stores stores;
  private final LaneDesks desks;
  private final Endings endings;
  private final SenderWatch senders;
  private final OptOuts optOuts;
  private final AvailabilityMemory availability;

  SendRecords(
      Stores stores,
      LaneDesks desks,
      Endings endings,
      SenderWatch senders,
      OptOuts optOuts,
      AvailabilityMemory availability) {
    this.stores = stores;
    this.desks = desks;
    this.endings = endings;
    this.senders = senders;
    this.optOuts = optOuts;
    this.availability = availability;
  }

  /**
   * What came of a write.
   *
   * @param ours false when the attempt had been settled by somebody else
   * @param events what is to be published now
   */
  record Written(boolean ours, Optional<Outbox> events) {}

  Written record(DispatchCommand.Record write) {
    var after = write.after();
    var now = after.timeline().updatedAt();
    write.senderDown().ifPresent(fault -> senders.markDown(write.facts(), fault, now));
    write.optedOut().ifPresent(address -> optOuts.atProvider(after, address, now));
    noteUnreachable(write, after, now);
    write.met().ifPresent(met -> Conversations.reached(stores.chats(), after, now));
    var told = endings.tell(after, write.facts().lead(), now);
    var lane = after.status().isWaiting() ? Optional.of(write.laneId()) : Optional.<String>empty();
    if (!stores.messages().record(write.sendId(), told.message(), lane, told.events())) {
      return new Written(false, Optional.empty());
    }
    write.met().ifPresent(desks.of(write.laneId())::meet);
    if (after.status().isWaiting()) {
      desks.expectMore(write.laneId(), now);
    }
    endings.stored(told);
    return new Written(true, told.outbox());
  }

  /** An address that the device found without iMessage is not taken for reachable again. */
  private void noteUnreachable(DispatchCommand.Record write, Message after, Instant now) {
    if (after.type() == MessageType.IMESSAGE) {
      after
          .progress()
          .unreachable()
          .forEach(
              address -> availability.contradict(write.facts().workspace().id(), address, now));
    }
  }
}
