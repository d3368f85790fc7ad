package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.RejectionCode;

/** Refusals of calls under a key (API contract, section 3). */
final class KeyRefusals {

  private KeyRefusals() {}

  static HttpAnswer stillRunning() {
    return RejectionAnswers.of(RejectionCode.IDEMPOTENCY_IN_PROGRESS.rejection())
        .with("Retry-After", "1");
  }

  static HttpAnswer reused() {
    return RejectionAnswers.of(RejectionCode.IDEMPOTENCY_KEY_REUSED.rejection());
  }
}
