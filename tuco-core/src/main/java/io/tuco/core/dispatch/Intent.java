package io.tuco.core.dispatch;

import java.time.Instant;

/**
 * What a lane's owner is about to do, written before it does so.
 *
 * @param owner the node that may act on it
 * @param startedAt wall time of the claim, or of the take-over
 */
public record Intent(
    String sendId, String workspaceId, String messageId, String owner, Instant startedAt) {}
