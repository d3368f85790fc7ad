package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Device;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores what became of an attempt: status and event in one write (invariant 11). */
public final class SendRecords {

  private final Stores stores;
  private final MessageEvents events;
  private final EventRenderer renderer;

  public SendRecords(Stores stores, MessageEvents events, EventRenderer renderer) {
    this.stores = stores;
    this.events = events;
    this.renderer = renderer;
  }

  /** What is to be published now; empty when there is no event, or the attempt is not ours. */
  Optional<Outbox> record(DispatchCommand.Record write) {
    var after = write.after();
    var now = after.timeline().updatedAt();
    write.deviceDown().ifPresent(device -> markDown(device, after, now));
    var event = event(after, write.lead(), now);
    var stored = event.map(MessageEvent::message).orElse(after);
    var rendered = event.map(this::rendered).map(List::of).orElseGet(List::of);
    var lane = after.status().isWaiting() ? Optional.of(write.laneId()) : Optional.<String>empty();
    var done = stores.messages().record(write.sendId(), stored, lane, rendered);
    return done && !rendered.isEmpty()
        ? Optional.of(
            new Outbox(
                after.workspaceId(),
                after.id(),
                Optional.of(after.origin().correlationId()),
                rendered))
        : Optional.empty();
  }

  private Optional<MessageEvent> event(Message after, Optional<Lead> lead, Instant now) {
    return after.status() == MessageStatus.SENDING
        ? Optional.empty()
        : events.of(after, lead, lead.flatMap(Lead::contactOwnerEmail), now);
  }

  private void markDown(Device device, Message after, Instant now) {
    var why = after.progress().errorMessage().orElse("The device refused a send");
    stores.devices().updateHealth(device.id(), device.health().down(why, now));
  }

  private OutboxEvent rendered(MessageEvent event) {
    return new OutboxEvent(
        event.id(), event.name(), event.seq(), event.at(), renderer.render(event));
  }
}
