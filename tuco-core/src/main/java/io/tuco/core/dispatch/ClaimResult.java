package io.tuco.core.dispatch;

import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.Optional;

/** What came of trying to claim a lane. */
public sealed interface ClaimResult {

  /** Nothing to do now; perhaps then, or earlier if the lane is woken. */
  record Nothing(Optional<Instant> lookAgainAt) implements ClaimResult {}

  /** The gap after an earlier send is not over. */
  record Resting(Instant freeAt) implements ClaimResult {}

  /**
   * The lane is ours and the message is {@code sending}.
   *
   * @param blocked why nobody may write to the person, asked after the intent; empty when one may
   */
  record Claimed(
      Lane lane, int slot, Message message, DispatchFacts facts, Optional<String> blocked)
      implements ClaimResult {}

  /** The lane is ours with a send in flight that has no result: it must be settled first. */
  record Interrupted(Lane lane, int slot, Message message, DispatchFacts facts)
      implements ClaimResult {}

  /** The lane is ours, and its intent turned out closed: give it back. */
  record Settled(Lane lane, int slot, Closing closing) implements ClaimResult {}
}
