package io.tuco.core.engine;

import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import java.time.Instant;
import java.util.Optional;

/** The way of one call of many under a key, whose record reserves the id of its message. */
final class ReservedEntrance implements Entrance {

  private final Resumption resumption;
  private final Submission submission;
  private final String messageId;

  ReservedEntrance(Resumption resumption, Submission submission, String messageId) {
    this.resumption = resumption;
    this.submission = submission;
    this.messageId = messageId;
  }

  @Override
  public Optional<SubmissionResult> barred(Instant now) {
    return Optional.empty();
  }

  @Override
  public String messageId() {
    return messageId;
  }

  @Override
  public SubmissionResult overtaken() {
    return resumption.of(submission, messageId).orElseThrow();
  }

  @Override
  public void refused() {}

  @Override
  public void failed(RuntimeException failure) {}
}
