package io.tuco.core.engine;

import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import java.time.Instant;
import java.util.Optional;

/** The way of a call under a key: the key's record says which message is its own. */
final class KeyedEntrance implements Entrance {

  private final IdempotencyKeys keys;
  private final Resumption resumption;
  private final Submission submission;
  private final KeyedCall call;
  private Optional<KeyRecord> held = Optional.empty();

  KeyedEntrance(
      IdempotencyKeys keys, Resumption resumption, Submission submission, KeyedCall call) {
    this.keys = keys;
    this.resumption = resumption;
    this.submission = submission;
    this.call = call;
  }

  @Override
  public Optional<SubmissionResult> barred(Instant now) {
    if (held.isEmpty()) {
      held = keys.claim(call, 1);
    }
    return held.isPresent() ? Optional.empty() : Optional.of(new SubmissionResult.KeyTaken());
  }

  @Override
  public String messageId() {
    return held.orElseThrow().messageIds().get(0);
  }

  @Override
  public SubmissionResult overtaken() {
    return resumption.of(submission, messageId()).orElseThrow();
  }

  @Override
  public void refused() {
    held.ifPresent(keys::free);
  }

  /** What fails beside the failure is told with it. */
  @Override
  public void failed(RuntimeException failure) {
    try {
      held.ifPresent(keys::letGo);
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }
}
