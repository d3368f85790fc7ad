package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.workspace.SmsFallbackChange;

/** A change of the fallback configuration on its way through its route. */
sealed interface FallbackCall {

  /** Refused; nothing is stored. */
  record Refused(HttpAnswer answer) implements FallbackCall {}

  /** Nothing stands against it. */
  record Ready(String workspaceId, SmsFallbackChange change) implements FallbackCall {}

  /** Twilio is to be asked first whether the account's credentials are good. */
  record ToProve(Ready ready, SmsAccount account) implements FallbackCall {}

  default boolean isToBeProved() {
    return this instanceof ToProve;
  }
}
