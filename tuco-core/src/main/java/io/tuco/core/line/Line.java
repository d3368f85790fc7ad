package io.tuco.core.line;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An address of the workspace that messages leave from. */
public record Line(
    String id,
    String workspaceId,
    MessageType channel,
    Optional<String> deviceId,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    String firstName,
    Optional<String> lastName,
    boolean active,
    LineLimits limits,
    Optional<Boolean> contactFirst,
    boolean sandbox,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * The queue this line's sends stand in: its device's, shared with every other line of that
   * device; a line without one has a lane of its own.
   */
  public String laneId() {
    return deviceId.map(device -> "device:" + device).orElse("line:" + id);
  }

  /** What {@code line_name} stands for in a text. */
  public String displayName() {
    return Stream.of(Optional.of(firstName), lastName)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }
}
