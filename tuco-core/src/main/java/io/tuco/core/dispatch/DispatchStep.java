package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.line.SenderFault;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * The attempt is over, or one part of it is.
   *
   * @param after the message as it is to be stored: ended, waiting again, or still {@code sending}
   *     when other parts are to follow
   * @param gapDue whether the device acted, so that its gap begins now
   * @param success what it says of the sender
   * @param senderDown why the sender turned out unable to serve anybody
   */
  record Conclude(
      Message after, boolean gapDue, Closing.Success success, Optional<SenderFault> senderDown)
      implements DispatchStep {
    @Override
    public Kind kind() {
      return Kind.CONCLUDE;
    }

    /** The provider took it. */
    static Conclude accepted(Message after) {
      return new Conclude(after, true, Closing.Success.YES, Optional.empty());
    }

    /** The provider acted, and it says nothing of the provider. */
    static Conclude answered(Message after) {
      return new Conclude(after, true, Closing.Success.UNTESTED, Optional.empty());
    }

    /** The provider acted, and would not. */
    static Conclude refused(Message after) {
      return new Conclude(after, true, Closing.Success.NO, Optional.empty());
    }

    /** The same where it may have left until just now. */
    Conclude withGap() {
      return new Conclude(after, true, success, senderDown);
    }

    /** The same where the provider has shown it. */
    Conclude toldByProvider() {
      return new Conclude(after.toldByProvider(), gapDue, success, senderDown);
    }

    /** Nothing was asked of the provider. */
    static Conclude untested(Message after) {
      return new Conclude(after, false, Closing.Success.UNTESTED, Optional.empty());
    }
  }

  /** The addresses of {@code tried} without those found unreachable. */
  static List<Address> remaining(List<Address> tried, List<Address> unreachable) {
    return tried.stream().filter(address -> !unreachable.contains(address)).toList();
  }
}
