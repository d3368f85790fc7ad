package io.tuco.core.event;

import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a message, before it is rendered.
 *
 * @param id {@code evt_…}, the same on every delivery
 * @param seq from 1, one more per event of the message
 * @param message as it stands after the change
 * @param data the event's own facts (webhook contract, section 2): strings, instants and lists of
 *     strings; of a reply also the core's own values
 */
public record MessageEvent(
    String id,
    EventName name,
    long seq,
    Instant at,
    Message message,
    Optional<Lead> lead,
    Optional<String> contactOwnerEmail,
    Map<String, Object> data)
    implements Event {

  public MessageEvent {
    data = Map.copyOf(data);
  }
}
