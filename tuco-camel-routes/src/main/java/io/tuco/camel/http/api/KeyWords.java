package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.RejectionCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a call, the header's or else the body's, and what makes two bodies equal:
 * their members, in whatever order, but for the key itself and the correlation id (API contract,
 * section 3).
 */
final class KeyWords {

  static final String HEADER = "idempotency-key";
  private static final String FIELD = "idempotencyKey";

  private KeyWords() {}

  /** The call under its key; empty without a key, and without a well-formed one. */
  static Optional<KeyedCall> read(ApiGate.JsonCall call, String path) {
    return given(call.call().request(), call.body().tree())
        .flatMap(word -> IdempotencyKey.parse(call.call().workspaceId(), path, word))
        .map(key -> KeyedCall.of(key, canonical(call.body().tree())));
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

  private static String canonical(Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> compared = new HashMap<>(body);
    compared.remove(FIELD);
    compared.remove("correlationId");
    return EcmaScriptJson.stringify(sorted(compared));
  }

  private static @Nullable Object sorted(@Nullable Object node) {
    if (node instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> byName = new TreeMap<>();
      members.forEach((name, value) -> byName.put(String.valueOf(name), sorted(value)));
      return byName;
    }
    return node instanceof List<?> items
        ? items.stream().map(KeyWords::sorted).collect(Collectors.toList())
        : node;
  }
}
