package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.event.HealthCheck;

/** A health check of an endpoint on its way through its route. */
sealed interface CheckCall {

  /** Refused, or over. */
  record Ended(HttpAnswer answer) implements CheckCall {}

  /** The endpoint is to be called. */
  record ToCall(HealthCheck check) implements CheckCall {}

  default boolean isToCall() {
    return this instanceof ToCall;
  }
}
