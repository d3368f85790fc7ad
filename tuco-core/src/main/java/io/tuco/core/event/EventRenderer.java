package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/** Writes an event's body; the bytes are made once per event (webhook contract, section 2). */
@FunctionalInterface
public interface EventRenderer {

  String render(Event event);

  /**
   * What it is in its line's chat, in the words of {@code /v1}; empty where it is nothing there.
   */
  default Optional<InChat> renderInChat(Event event) {
    return Optional.empty();
  }

  /**
   * The body of a delivery in the words of {@code /v1}, as of its first attempt (webhook contract,
   * section 4).
   *
   * @param lineHandle the address of the line
   * @param deliveryId {@code dlv_} and a UUID, the same on every attempt
   */
  default String bodyInV1(
      EventName name, InChat chat, String lineHandle, String deliveryId, Instant at) {
    return chat.data();
  }
}
