package io.tuco.camel.http.api;

import io.tuco.camel.http.CanonicalBody;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.RejectionCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a call, the header's or else the body's, and what makes two bodies equal:
 * their members, in whatever order, but for the key itself and the correlation id (API contract,
 * section 3).
 */
final class KeyWords {

  static final String HEADER = "idempotency-key";
  private static final String FIELD = "idempotencyKey";
  private static final Set<String> UNCOMPARED = Set.of(FIELD, "correlationId");

  private KeyWords() {}

  /** The call under its key; empty without a key, and without a well-formed one. */
  static Optional<KeyedCall> read(ApiGate.JsonCall call, String path) {
    return given(call.call().request(), call.body().tree())
        .flatMap(word -> IdempotencyKey.parse(call.call().workspaceId(), path, word))
        .map(key -> KeyedCall.of(key, CanonicalBody.of(call.body().tree(), UNCOMPARED)));
  }

  /** Leaves the documented refusal of a key that was given and is none. */
  static void check(ApiGate.JsonCall call, Optional<KeyedCall> read) {
    JsonReader body = call.body();
    var inBody = body.text(FIELD);
    if (read.isEmpty()
        && (call.call().request().header(HEADER).isPresent() || inBody.isPresent())) {
      body.refuse(RejectionCode.IDEMPOTENCY_KEY_INVALID.rejection());
    }
  }

  private static Optional<String> given(HttpRequest request, Map<String, @Nullable Object> body) {
    return request
        .header(HEADER)
        .or(() -> body.get(FIELD) instanceof String word ? Optional.of(word) : Optional.empty());
  }
}
