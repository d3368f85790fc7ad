package io.tuco.core.event;

import java.time.Instant;
import java.util.Map;

/**
 * Something in a chat of a line that only {@code /v1} tells of: a reaction, somebody's typing, a
 * word said among several. Its id is made of what it is about, so that whoever finds it twice tells
 * it under the same id.
 *
 * @param person the address of the other side, or the device's name of a chat of several
 * @param data the core's own values; the renderer knows their shape
 */
public record ChatEvent(
    String id,
    EventName name,
    Instant at,
    String workspaceId,
    String lineId,
    String person,
    Map<String, Object> data)
    implements Event {

  public ChatEvent {
    data = Map.copyOf(data);
  }

  /** They are not counted. */
  @Override
  public long seq() {
    return 1;
  }
}
