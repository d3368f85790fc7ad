package io.tuco.core.message;

import io.tuco.core.TucoException;

/** A status change that {@link StatusRules} does not know was asked for: a bug of ours. */
public final class IllegalStatusChangeException extends TucoException {

  private static final long serialVersionUID = 1L;

  private final String messageId;
  private final MessageStatus from;
  private final MessageStatus to;

  public IllegalStatusChangeException(String messageId, MessageStatus from, MessageStatus to) {
    super(
        "message %s may not go from %s to %s; StatusRules lists what may follow"
            .formatted(messageId, from.wire(), to.wire()));
    this.messageId = messageId;
    this.from = from;
    this.to = to;
  }

  public String messageId() {
    return messageId;
  }

  public MessageStatus from() {
    return from;
  }

  public MessageStatus to() {
    return to;
  }
}
