package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Cancels what waits for a person (API contract, section 5). Each message is won against the
 * dispatcher by one write: it is cancelled and never sent, or it is sending and stays so.
 */
public final class Cancellations {

  /** What was cancelled, and the lead it was for, where there is one. */
  public record Cancelled(Optional<String> leadId, List<String> messageIds) {

    public Cancelled {
      messageIds = List.copyOf(messageIds);
    }
  }

  /** Why something is cancelled, and by whose doing. */
  private record Why(String reason, Actor by) {}

  private static final Why BY_REQUEST = new Why(Reasons.CANCELLED, Actor.API);

  private final Stores stores;
  private final Endings endings;

  Cancellations(Stores stores, Endings endings) {
    this.stores = stores;
    this.endings = endings;
  }

  public Cancelled ofLead(String workspaceId, String leadId, Instant now) {
    return ofLead(workspaceId, leadId, message -> true, now);
  }

  /**
   * @param mayTouch leaves alone what the caller may not touch
   */
  public Cancelled ofLead(
      String workspaceId, String leadId, Predicate<Message> mayTouch, Instant now) {
    return new Cancelled(
        Optional.of(leadId),
        cancelAll(
            most -> stores.messages().waitingOfLead(workspaceId, leadId, most),
            mayTouch,
            BY_REQUEST,
            now));
  }

  /** Everything of the lead that has the address; without a lead, what names the address. */
  public Cancelled to(String workspaceId, Address address, Instant now) {
    return to(workspaceId, address, message -> true, now);
  }

  /**
   * @param mayTouch leaves alone what the caller may not touch
   */
  public Cancelled to(
      String workspaceId, Address address, Predicate<Message> mayTouch, Instant now) {
    return stores
        .leads()
        .findByAddress(workspaceId, address)
        .map(lead -> ofLead(workspaceId, lead.id(), mayTouch, now))
        .orElseGet(
            () ->
                new Cancelled(
                    Optional.empty(),
                    cancelAll(
                        most -> stores.messages().waitingFor(workspaceId, address, most),
                        mayTouch,
                        BY_REQUEST,
                        now)));
  }

  /** The person has answered what one of these batches told them: the rest of it is not needed. */
  void afterReply(Message reply, Set<String> batchIds, Instant now) {
    var workspaceId = reply.workspaceId();
    Predicate<Message> ofThem =
        message -> message.origin().batchId().filter(batchIds::contains).isPresent();
    var why = new Why(Reasons.REPLIED, Actor.carrying(reply.type()));
    reply
        .origin()
        .leadId()
        .ifPresent(
            lead ->
                cancelAll(
                    most -> stores.messages().waitingOfLead(workspaceId, lead, most),
                    ofThem,
                    why,
                    now));
    Stream.concat(reply.recipient().phone().stream(), reply.recipient().email().stream())
        .forEach(
            address ->
                cancelAll(
                    most -> stores.messages().waitingFor(workspaceId, address, most),
                    ofThem,
                    why,
                    now));
  }

  private List<String> cancelAll(
      IntFunction<List<Message>> waiting, Predicate<Message> mayTouch, Why why, Instant now) {
    return endings.endWaiting(waiting, mayTouch, message -> cancelled(message, why, now), now);
  }

  private static Message cancelled(Message message, Why why, Instant now) {
    return message.cancelled(why.reason(), now).changedBy(why.by());
  }
}
