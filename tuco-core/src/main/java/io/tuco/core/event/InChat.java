package io.tuco.core.event;

import java.util.Objects;

/**
 * An event as one of a line's chat, in the words of {@code /v1}; rendered once, like the event
 * itself.
 *
 * @param person the address of the other side, or the device's name of a chat of several
 * @param fromLine whether the line itself is who did it
 * @param data the event's own object, JSON, without the line's address
 */
public record InChat(String lineId, String person, boolean fromLine, String data) {

  public InChat {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(data, "data");
  }
}
