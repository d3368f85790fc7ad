package io.tuco.core.intake;

import io.tuco.core.workspace.Access;
import java.util.Optional;

/**
 * A send call of somebody: who, what, and the correlation id that follows it everywhere.
 *
 * @param keyed under which key it may be repeated
 */
public record Submission(
    Access access, SubmitMessage words, String correlationId, Optional<KeyedCall> keyed) {

  /** A call that is a new one whenever it is made. */
  public Submission(Access access, SubmitMessage words, String correlationId) {
    this(access, words, correlationId, Optional.empty());
  }
}
