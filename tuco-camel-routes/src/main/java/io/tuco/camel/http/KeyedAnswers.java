package io.tuco.camel.http;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.engine.IdempotencyKeys;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyStanding;
import io.tuco.core.intake.KeyedCall;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers of calls under a key (API contract, section 3): kept, or given again. */
public final class KeyedAnswers {

  private static final String REPLAYED = "Idempotency-Replayed";

  private final IdempotencyKeys keys;

  public KeyedAnswers(IdempotencyKeys keys) {
    this.keys = keys;
  }

  public KeyStanding look(KeyedCall call) {
    return keys.look(call);
  }

  /** The key is this call's to run; empty when somebody else runs it. */
  public Optional<KeyRecord> claim(KeyedCall call, int messages) {
    return keys.claim(call, messages);
  }

  public void letGo(KeyRecord held) {
    keys.letGo(held);
  }

  /** The answer to give: what was kept for the call, which this one is unless it came second. */
  public HttpAnswer keep(KeyedCall call, HttpAnswer answer) {
    var own = new KeptAnswer(answer.status(), EcmaScriptJson.stringify(answer.body()));
    var kept = keys.bind(call, own);
    return kept.equals(own) ? answer : replayed(kept);
  }

  public static HttpAnswer replayed(KeptAnswer kept) {
    var tree = JsonTree.parse(kept.body().getBytes(StandardCharsets.UTF_8));
    return HttpAnswer.of(kept.status(), tree.asObject().orElseThrow()).with(REPLAYED, "true");
  }
}
