package io.tuco.core.event;

import io.tuco.core.IdGenerator;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which event a change of status is, and what it says (webhook contract, sections 1 and 2). */
public final class MessageEvents {

  private final IdGenerator ids;

  public MessageEvents(IdGenerator ids) {
    this.ids = ids;
  }

  /**
   * The event of a message that has just reached {@code after.status()}; empty for a status that
   * nobody is told about, such as {@code sending}.
   */
  public Optional<MessageEvent> of(
      Message after, Optional<Lead> lead, Optional<String> contactOwnerEmail, Instant at) {
    return nameOf(after.status())
        .map(name -> named(name, after, lead, contactOwnerEmail, at, dataOf(after)));
  }

  /** The person has read it; the status says nothing of that. */
  public MessageEvent opened(
      Message after, Optional<Lead> lead, Optional<String> contactOwnerEmail, Instant at) {
    var data = new HashMap<String, Object>();
    after.timeline().readAt().ifPresent(read -> data.put("readAt", read));
    return named(EventName.MESSAGE_OPENED, after, lead, contactOwnerEmail, at, data);
  }

  /**
   * A person has written.
   *
   * @param talk what it belongs to; the renderer knows its shape
   */
  public MessageEvent replied(
      Message received, Optional<Lead> lead, Instant at, Map<String, Object> talk) {
    var owner = lead.flatMap(Lead::contactOwnerEmail);
    return named(EventName.MESSAGE_REPLY, received, lead, owner, at, talk);
  }

  private MessageEvent named(
      EventName name,
      Message after,
      Optional<Lead> lead,
      Optional<String> contactOwnerEmail,
      Instant at,
      Map<String, Object> data) {
    var seq = after.progress().events() + 1;
    return new MessageEvent(
        "evt_" + ids.sortableId(),
        name,
        seq,
        at,
        after.withEvents(seq),
        lead,
        contactOwnerEmail,
        data);
  }

  static Optional<EventName> nameOf(MessageStatus status) {
    return switch (status) {
      case SENT -> Optional.of(EventName.MESSAGE_SENT);
      case FAILED -> Optional.of(EventName.MESSAGE_FAILED);
      case FALLBACK -> Optional.of(EventName.MESSAGE_FALLBACK);
      case CANCELLED -> Optional.of(EventName.MESSAGE_CANCELLED);
      case SCHEDULED -> Optional.of(EventName.MESSAGE_SCHEDULED);
      case DELIVERED -> Optional.of(EventName.MESSAGE_DELIVERED);
      case QUEUED, PENDING, SENDING, RECEIVED -> Optional.empty();
    };
  }

  private static Map<String, Object> dataOf(Message message) {
    var data = new HashMap<String, Object>();
    var progress = message.progress();
    switch (message.status()) {
      case FAILED -> progress.errorMessage().ifPresent(error -> data.put("error", error));
      case FALLBACK -> {
        progress.reason().ifPresent(reason -> data.put("reason", reason));
        data.put("checkedAddresses", message.checkedAddresses());
      }
      case CANCELLED -> progress.reason().ifPresent(reason -> data.put("reason", reason));
      case SCHEDULED -> {
        message.timeline().scheduledFor().ifPresent(due -> data.put("scheduledDate", due));
        data.put("reason", progress.reason());
      }
      case DELIVERED ->
          message.timeline().deliveredAt().ifPresent(at -> data.put("deliveredAt", at));
      case QUEUED, PENDING, SENDING, SENT, RECEIVED -> {}
    }
    return data;
  }
}
