package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.List;

/** What comes next for a message that is being dispatched. */
public sealed interface DispatchStep {

  /** The five kinds of step. */
  enum Kind {
    WAIT,
    CHECK,
    SEND,
    VERIFY,
    CONCLUDE
  }

  Kind kind();

  /** Nothing may leave before {@code until}, for this documented reason. */
  record Wait(Instant until, String reason) implements DispatchStep {
    @Override
    public Kind kind() {
      return Kind.WAIT;
    }
  }

  /** Ask the device whether the address has iMessage. */
  record Check(Address address) implements DispatchStep {
    @Override
    public Kind kind() {
      return Kind.CHECK;
    }
  }

  /** Hand the text to the provider. */
  record Send(Address address) implements DispatchStep {
    @Override
    public Kind kind() {
      return Kind.SEND;
    }
  }

  /** Ask the device what became of a send; not before {@code notBefore}. */
  record Verify(Instant notBefore) implements DispatchStep {
    @Override
    public Kind kind() {
      return Kind.VERIFY;
    }
  }

  /**
   * The attempt is over.
   *
   * @param after the message as it is to be stored: ended, or waiting again
   * @param gapDue whether the device acted, so that its gap begins now
   * @param deviceDown whether the device turned out unable to serve
   */
  record Conclude(Message after, boolean gapDue, boolean deviceDown) implements DispatchStep {
    @Override
    public Kind kind() {
      return Kind.CONCLUDE;
    }

    static Conclude afterTheDeviceActed(Message after) {
      return new Conclude(after, true, false);
    }

    static Conclude withNothingLeft(Message after) {
      return new Conclude(after, false, false);
    }
  }

  /** The addresses of {@code tried} without those found unreachable. */
  static List<Address> remaining(List<Address> tried, List<Address> unreachable) {
    return tried.stream().filter(address -> !unreachable.contains(address)).toList();
  }
}
