package io.tuco.core.store;

import io.tuco.core.message.Message;
import io.tuco.core.message.Origin;
import io.tuco.core.message.WindowSettings;
import java.time.DayOfWeek;
import java.util.stream.Collectors;

/**
 * The part of a lane in which all messages are held by the same rules: those of one line, what may
 * leave from no other line apart, first touches, follow-ups and our own answers apart, of one
 * window. What holds a queue costs one instant, however many wait in it.
 *
 * @param key sorts all queues of a lane together: {@code lane|line|new, known or answer|window},
 *     where {@code line!} is the line of what is pinned to it
 */
public record WaitingQueue(String key) {

  private static final String SEPARATOR = "|";

  public static WaitingQueue of(Message message, String laneId) {
    return new WaitingQueue(
        String.join(
            SEPARATOR,
            laneId,
            lineOf(message.origin()),
            kindOf(message),
            windowOf(message.window())));
  }

  /** What the keys of a lane's queues begin with. */
  public static String prefixOf(String laneId) {
    return laneId + SEPARATOR;
  }

  /** What is greater than every queue of the lane, and not than any other lane's. */
  public static String endOf(String laneId) {
    return laneId + "}";
  }

  /** The queue that follows this one when its line has met the person. */
  public WaitingQueue known() {
    var parts = key.split("\\|", 4);
    return new WaitingQueue(String.join(SEPARATOR, parts[0], parts[1], "known", parts[3]));
  }

  private static String kindOf(Message message) {
    if (message.isAutomatic()) {
      return "answer";
    }
    return message.progress().contact().firstTouch() ? "new" : "known";
  }

  private static String lineOf(Origin origin) {
    return origin.lineId().orElse("-") + (origin.linePinned() ? "!" : "");
  }

  private static String windowOf(WindowSettings window) {
    return window.zone().map(Object::toString).orElse("")
        + window.start().map(Object::toString).orElse("")
        + window.end().map(end -> "-" + end).orElse("")
        + window.days().stream()
            .map(DayOfWeek::getValue)
            .sorted()
            .map(Object::toString)
            .collect(Collectors.joining());
  }
}
