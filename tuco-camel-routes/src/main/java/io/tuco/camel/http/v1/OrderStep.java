package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.message.ChatOrder;

/** A call that has a device do something, on its way through its route. */
sealed interface OrderStep {

  HttpAnswer answer();

  /** Answered, and nothing is to be done. */
  record Ended(HttpAnswer answer) implements OrderStep {}

  /** Taken, and to be carried out once. */
  record Taken(ChatOrder order, ChatSignal signal, HttpAnswer answer) implements OrderStep {}

  default boolean isTaken() {
    return this instanceof Taken;
  }
}
