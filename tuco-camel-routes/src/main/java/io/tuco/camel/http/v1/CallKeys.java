package io.tuco.camel.http.v1;

import io.tuco.camel.http.CanonicalBody;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyedCall;
import java.util.Optional;
import java.util.Set;

/** The idempotency key of a call (/v1 contract, section 6; API contract, section 3). */
final class CallKeys {

  private static final String HEADER = "Idempotency-Key";

  private CallKeys() {}

  /** The call under its key; empty without a key, and without a well-formed one. */
  static Optional<KeyedCall> of(Call call) {
    return call.request()
        .header(HEADER)
        .flatMap(word -> IdempotencyKey.parse(call.workspaceId(), call.request().path(), word))
        .map(key -> KeyedCall.of(key, CanonicalBody.of(call.words().tree(), Set.of())));
  }

  /** Refuses a key that was given and is none, before whatever else is invalid. */
  static void check(Call call) {
    if (call.request().header(HEADER).isPresent() && of(call).isEmpty()) {
      call.words().refuseHeader(HEADER, "1 to 255 visible ASCII characters");
    }
  }
}
