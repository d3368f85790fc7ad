package io.tuco.core.intake;

import java.util.List;

/**
 * What a device answered to an {@link InboxQuestion}.
 *
 * @param isAnswer false for a silence, or an answer that cannot be read
 * @param count how many the device told of, also of those that are none for us
 */
public record InboxPage(boolean isAnswer, List<DeviceMessage> messages, int count) {

  public InboxPage {
    messages = List.copyOf(messages);
  }

  public static InboxPage silence() {
    return new InboxPage(false, List.of(), 0);
  }

  public static InboxPage of(List<DeviceMessage> messages, int count) {
    return new InboxPage(true, messages, count);
  }

  boolean isFull() {
    return count >= InboxQuestion.LIMIT;
  }
}
