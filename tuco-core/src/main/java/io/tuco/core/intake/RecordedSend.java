package io.tuco.core.intake;

import java.util.Optional;

/**
 * A send that came as a record of a log instead of a call: nobody waits for its answer, and it may
 * come again.
 *
 * @param key the idempotency key as it came; without one a repeat could not be told from a new send
 * @param body of the send call, bytes as they came
 */
public record RecordedSend(
    String workspaceId, String key, Optional<String> correlationId, byte[] body) {}
