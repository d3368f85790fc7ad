package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.line.Device;

/**
 * Something to do in a person's chat on a device that is no message: best effort, one try, no caps
 * and no gap (API contract, section 5).
 */
public sealed interface ChatSignal {

  Device device();

  /** The person's address; the chat is found by it. */
  Address address();

  /** Show, or stop showing, that somebody types. */
  record Typing(Device device, Address address, boolean on) implements ChatSignal {}

  /** Put a tapback on a message; {@code messageGuid} as the device knows it. */
  record React(Device device, Address address, String messageGuid, String reaction)
      implements ChatSignal {}

  /** Mark the conversation as read: the person may see that we have read it. */
  record Read(Device device, Address address) implements ChatSignal {}

  /** What came of it. */
  sealed interface Outcome {

    record Done() implements Outcome {}

    /**
     * The device said no, or nothing. It may have been done all the same, so it is not tried again.
     *
     * @param why one sentence without address or URL
     */
    record NotConfirmed(String why) implements Outcome {}
  }
}
