package io.tuco.core.dispatch;

import io.tuco.core.line.Places;
import java.time.Instant;
import java.util.Optional;

/**
 * What a lane's owner is about to do, written before it does so.
 *
 * @param slot which of the lane's sends in parallel it is; 0 where there is one
 * @param owner the node that may act on it
 * @param startedAt wall time of the claim, or of the take-over
 * @param places what it holds of its line's caps; none where no line counts
 */
public record Intent(
    int slot,
    String sendId,
    String workspaceId,
    String messageId,
    String owner,
    Instant startedAt,
    Optional<Places> places) {

  Intent takenOverBy(String newOwner, Instant now) {
    return new Intent(slot, sendId, workspaceId, messageId, newOwner, now, places);
  }
}
