package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cancels what waits for a person (API contract, section 5). Each message is won against the
 * dispatcher by one write: it is cancelled and never sent, or it is sending and stays so.
 */
public final class Cancellations {

  private static final int STEP = 100;

  /** What was cancelled, and the lead it was for, where there is one. */
  public record Cancelled(Optional<String> leadId, List<String> messageIds) {

    public Cancelled {
      messageIds = List.copyOf(messageIds);
    }
  }

  private final Stores stores;
  private final Endings endings;

  Cancellations(Stores stores, Endings endings) {
    this.stores = stores;
    this.endings = endings;
  }

  public Cancelled ofLead(String workspaceId, String leadId, Instant now) {
    return new Cancelled(
        Optional.of(leadId),
        cancelAll(() -> stores.messages().waitingOfLead(workspaceId, leadId, STEP), now));
  }

  /** Everything of the lead that has the address; without a lead, what names the address. */
  public Cancelled to(String workspaceId, Address address, Instant now) {
    return stores
        .leads()
        .findByAddress(workspaceId, address)
        .map(lead -> ofLead(workspaceId, lead.id(), now))
        .orElseGet(
            () ->
                new Cancelled(
                    Optional.empty(),
                    cancelAll(
                        () -> stores.messages().waitingFor(workspaceId, address, STEP), now)));
  }

  private List<String> cancelAll(Supplier<List<Message>> next, Instant now) {
    var cancelled = new ArrayList<String>();
    for (var left = next.get(); !left.isEmpty(); left = next.get()) {
      for (var message : left) {
        if (endings.endWaiting(cancelled(message, now), now)) {
          cancelled.add(message.id());
        }
      }
    }
    return cancelled;
  }

  private static Message cancelled(Message message, Instant now) {
    return message.cancelled(Reasons.CANCELLED, now).changedBy(Actor.API);
  }
}
