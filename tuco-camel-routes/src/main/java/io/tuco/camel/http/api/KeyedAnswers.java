package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.engine.IdempotencyKeys;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.RejectionCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers of calls under a key (API contract, section 3): kept, given again, or refused. */
final class KeyedAnswers {

  private static final String REPLAYED = "Idempotency-Replayed";

  private final IdempotencyKeys keys;

  KeyedAnswers(IdempotencyKeys keys) {
    this.keys = keys;
  }

  KeyStanding look(KeyedCall call) {
    return keys.look(call);
  }

  /** The key is this call's to run; empty when somebody else runs it. */
  Optional<KeyRecord> claim(KeyedCall call, int messages) {
    return keys.claim(call, messages);
  }

  void letGo(KeyRecord held) {
    keys.letGo(held);
  }

  /** The answer to give: what was kept for the call, which this one is unless it came second. */
  HttpAnswer keep(KeyedCall call, HttpAnswer answer) {
    var own = new KeptAnswer(answer.status(), EcmaScriptJson.stringify(answer.body()));
    var kept = keys.bind(call, own);
    return kept.equals(own) ? answer : replayed(kept);
  }

  static HttpAnswer replayed(KeptAnswer kept) {
    var tree = JsonTree.parse(kept.body().getBytes(StandardCharsets.UTF_8));
    return HttpAnswer.of(kept.status(), tree.asObject().orElseThrow()).with(REPLAYED, "true");
  }

  static HttpAnswer stillRunning() {
    return RejectionAnswers.of(RejectionCode.IDEMPOTENCY_IN_PROGRESS.rejection())
        .with("Retry-After", "1");
  }

  static HttpAnswer reused() {
    return RejectionAnswers.of(RejectionCode.IDEMPOTENCY_KEY_REUSED.rejection());
  }
}
