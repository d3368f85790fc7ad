package io.tuco.core.store;

import io.tuco.core.message.Message;
import java.time.Instant;

/** Where a message stands in the list of its workspace; it never moves. */
public record MessagePlace(Instant createdAt, String id) {

  public static MessagePlace of(Message message) {
    return new MessagePlace(message.timeline().createdAt(), message.id());
  }

  /** Whether a message comes after this place: it is older, or as old and its id is less. */
  public boolean precedes(Message message) {
    var order = message.timeline().createdAt().compareTo(createdAt);
    return order < 0 || order == 0 && message.id().compareTo(id) < 0;
  }
}
