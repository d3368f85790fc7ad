package io.tuco.camel.event;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryAnswer;

/** How far an attempt has come. */
sealed interface DeliveryAttempt {

  /** The three kinds, to switch on. */
  enum Kind {
    NOTHING_TO_DO,
    TO_POST,
    ANSWERED
  }

  Kind kind();

  default boolean isToPost() {
    return kind() == Kind.TO_POST;
  }

  default boolean isAnswered() {
    return kind() == Kind.ANSWERED;
  }

  /** Somebody else has the delivery, it has ended, or its endpoint is gone. */
  record NothingToDo() implements DeliveryAttempt {
    @Override
    public Kind kind() {
      return Kind.NOTHING_TO_DO;
    }
  }

  /** Claimed, judged and signed. */
  record ToPost(Delivery delivery, WebhookCall call) implements DeliveryAttempt {
    @Override
    public Kind kind() {
      return Kind.TO_POST;
    }

    Answered answered(DeliveryAnswer answer) {
      return new Answered(delivery, answer);
    }
  }

  /** Over: with an answer, or without one. */
  record Answered(Delivery delivery, DeliveryAnswer answer) implements DeliveryAttempt {
    @Override
    public Kind kind() {
      return Kind.ANSWERED;
    }
  }
}
