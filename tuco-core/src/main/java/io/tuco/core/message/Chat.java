package io.tuco.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A line's conversation with one person, or with a group (/v1 contract, section 1).
 *
 * @param id 24 hex digits, made of line and identifier: whoever opens the same chat twice, on two
 *     nodes or after a crash, opens one
 * @param identifier the person's address; of a group, the device's id of its chat
 * @param typing what was last told of the person's typing
 * @param readAt up to when the person has read, as far as the device told
 */
public record Chat(
    String id,
    String workspaceId,
    String lineId,
    String identifier,
    boolean isGroup,
    Optional<Typing> typing,
    Optional<Instant> readAt,
    Instant createdAt) {

  /** Whether the person began or stopped to type. */
  public record Typing(boolean on, Instant at) {

    /** A device that falls silent does not say that typing has stopped. */
    private static final Duration LASTS = Duration.ofSeconds(60);

    public boolean isOn(Instant now) {
      return on && now.isBefore(at.plus(LASTS));
    }
  }

  /** Of which nothing was told yet. */
  public static Chat opened(
      String id,
      String workspaceId,
      String lineId,
      String identifier,
      boolean isGroup,
      Instant now) {
    return new Chat(
        id, workspaceId, lineId, identifier, isGroup, Optional.empty(), Optional.empty(), now);
  }
}
