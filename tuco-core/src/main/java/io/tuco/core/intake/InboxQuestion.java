package io.tuco.core.intake;

import io.tuco.core.line.Device;
import java.time.Instant;

/**
 * A question for the messages of a device, whoever wrote them, oldest first.
 *
 * @param after by the device's own clock
 * @param offset how many of them were had
 */
public record InboxQuestion(Device device, Instant after, int offset) {

  /** So many are asked for at once. */
  public static final int LIMIT = 100;
}
