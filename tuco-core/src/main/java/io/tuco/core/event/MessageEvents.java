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
        .map(name -> event(name, after, lead, contactOwnerEmail, dataOf(after), at));
  }

  /** The event of a message that its recipient has just read for the first time. */
  public MessageEvent opened(
      Message after, Optional<Lead> lead, Optional<String> contactOwnerEmail, Instant at) {
    var data = Map.<String, Object>of("readAt", after.timeline().readAt().orElse(at));
    return event(EventName.MESSAGE_OPENED, after, lead, contactOwnerEmail, data, at);
  }

  private MessageEvent event(
      EventName name,
      Message after,
      Optional<Lead> lead,
      Optional<String> contactOwnerEmail,
      Map<String, Object> data,
      Instant at) {
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
