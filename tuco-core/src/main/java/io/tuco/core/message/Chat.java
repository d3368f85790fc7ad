package io.tuco.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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

  private static final int ID_BYTES = 12;

  /** Whether the person began or stopped to type. */
  public record Typing(boolean on, Instant at) {

    /** A device that falls silent does not say that typing has stopped. */
    private static final Duration LASTS = Duration.ofSeconds(60);

    public boolean isOn(Instant now) {
      return on && now.isBefore(at.plus(LASTS));
    }
  }

  /** With a person. */
  public static Chat with(String workspaceId, String lineId, String address, Instant now) {
    return opened(workspaceId, lineId, address, false, now);
  }

  /** With a group. */
  public static Chat among(String workspaceId, String lineId, String deviceChat, Instant now) {
    return opened(workspaceId, lineId, deviceChat, true, now);
  }

  public static String idOf(String lineId, String identifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      var digest = hash.digest((lineId + ":" + identifier).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM lacks SHA-256", e);
    }
  }

  private static Chat opened(
      String workspaceId, String lineId, String identifier, boolean isGroup, Instant now) {
    return new Chat(
        idOf(lineId, identifier),
        workspaceId,
        lineId,
        identifier,
        isGroup,
        Optional.empty(),
        Optional.empty(),
        now);
  }
}
