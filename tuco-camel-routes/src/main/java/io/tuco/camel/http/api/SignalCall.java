package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.dispatch.ChatSignal;

/** A typing or reaction call on its way through its route. */
sealed interface SignalCall {

  /** Answered without asking the device. */
  record Refused(HttpAnswer answer) implements SignalCall {}

  /**
   * For the device to do.
   *
   * @param done what is answered when it did
   */
  record Ready(ChatSignal signal, HttpAnswer done) implements SignalCall {}

  default boolean isReady() {
    return this instanceof Ready;
  }
}
