package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.event.Outbox;
import io.tuco.core.line.Device;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;

/** Stores what became of an attempt: status and event in one write (invariant 11). */
public final class SendRecords {

  private final Stores stores;
  private final StatusNews news;

  public SendRecords(Stores stores, MessageEvents events, EventRenderer renderer) {
    this.stores = stores;
    this.news = new StatusNews(events, renderer);
  }

  /** What is to be published now; empty when there is no event, or the attempt is not ours. */
  Optional<Outbox> record(DispatchCommand.Record write) {
    var after = write.after();
    var now = after.timeline().updatedAt();
    write.deviceDown().ifPresent(device -> markDown(device, after, now));
    var told = news.of(after, write.lead(), now);
    var lane = after.status().isWaiting() ? Optional.of(write.laneId()) : Optional.<String>empty();
    var done = stores.messages().record(write.sendId(), told.message(), lane, told.events());
    return done && !told.events().isEmpty()
        ? Optional.of(
            new Outbox(
                after.workspaceId(),
                after.id(),
                Optional.of(after.origin().correlationId()),
                told.events()))
        : Optional.empty();
  }

  private void markDown(Device device, Message after, Instant now) {
    var why = after.progress().errorMessage().orElse("The device refused a send");
    stores.devices().updateHealth(device.id(), device.health().down(why, now));
  }
}
