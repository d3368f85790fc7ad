package io.tuco.core.intake;

import io.tuco.core.workspace.Access;
import java.util.Optional;

/**
 * A send call of somebody: who, what, and the correlation id that follows it everywhere.
 *
 * @param keyed under which key it may be repeated
 * @param reserved the id of its message, where a key of many calls reserves it
 */
public record Submission(
    Access access,
    SubmitMessage words,
    String correlationId,
    Optional<KeyedCall> keyed,
    Optional<String> reserved,
    SendTerms terms) {

  public Submission(
      Access access,
      SubmitMessage words,
      String correlationId,
      Optional<KeyedCall> keyed,
      Optional<String> reserved) {
    this(access, words, correlationId, keyed, reserved, SendTerms.ofApi());
  }

  public Submission(
      Access access, SubmitMessage words, String correlationId, Optional<KeyedCall> keyed) {
    this(access, words, correlationId, keyed, Optional.empty());
  }

  /** A call that is a new one whenever it is made. */
  public Submission(Access access, SubmitMessage words, String correlationId) {
    this(access, words, correlationId, Optional.empty());
  }
}
