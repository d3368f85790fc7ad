package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.event.Outbox;
import io.tuco.core.line.Device;
import io.tuco.core.line.SenderFault;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import java.time.Instant;
import java.util.Optional;

/** One thing to carry out for a lane; its result goes back to {@link DispatchMachine}. */
public sealed interface DispatchCommand {

  /** Who carries it out: the store, the device, the outbox, or nobody because the turn is over. */
  enum Kind {
    STORE,
    CHECK,
    SEND,
    VERIFY,
    PUBLISH,
    FINISH
  }

  Kind kind();

  /** Take a slot of the lane and the message at its head, or find out what keeps it. */
  record Claim(String laneId, int slot) implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.STORE;
    }
  }

  /** Ask the device whether the address has iMessage. */
  record Check(Device device, Address address) implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.CHECK;
    }
  }

  /**
   * Hand one part of the message, as written ahead, to the provider; where a provider takes a
   * message whole, the part is its text.
   */
  record Send(Sender sender, Message message, Address address, Part part)
      implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.SEND;
    }
  }

  /** Ask the device or provider what became of the message's attempt. */
  record Verify(Sender sender, Message message) implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.VERIFY;
    }
  }

  /**
   * Store what became of the attempt, with its event.
   *
   * @param gapDue whether the provider acted, so that the gap begins with the record
   * @param success what it says of the sender
   * @param senderDown the sender to mark as down, if the answer showed that
   * @param met whom the line has written to for the first time
   * @param optedOut an address whose person wants nothing any more, as the provider says
   */
  record Record(
      String sendId,
      Message after,
      String laneId,
      DispatchFacts facts,
      boolean gapDue,
      Closing.Success success,
      Optional<SenderFault> senderDown,
      Optional<Met> met,
      Optional<Address> optedOut)
      implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.STORE;
    }
  }

  /** A person that a line has reached out to for the first time. */
  record Met(String lineId, String leadId) {}

  /** Give the lane back as {@code closing} says. The events are published after that. */
  record Release(
      Lane lane, int slot, Closing closing, Optional<DispatchFacts> facts, Optional<Outbox> events)
      implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.STORE;
    }
  }

  /** Pass the recorded events on; the lane itself rests until {@code freeAt}. */
  record Publish(Outbox outbox, Instant freeAt) implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.PUBLISH;
    }
  }

  /**
   * The turn is over; look at the lane again then, if an instant is given.
   *
   * @param rests whether a wake before that instant is pointless
   */
  record Finish(Optional<Instant> lookAgainAt, boolean rests) implements DispatchCommand {
    @Override
    public Kind kind() {
      return Kind.FINISH;
    }
  }
}
