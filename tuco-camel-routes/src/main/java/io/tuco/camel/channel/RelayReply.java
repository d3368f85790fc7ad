package io.tuco.camel.channel;

import java.util.List;
import java.util.Optional;

/**
 * The relay's envelope, read: {@code {status, message, error:{type, message}, data}}.
 *
 * @param row {@code data} when it is one message that tells its error code
 * @param rows {@code data} when it is a list of messages
 * @param available {@code data.available}
 * @param server {@code data} of {@code server/info}
 */
record RelayReply(
    Optional<String> errorType,
    String errorText,
    Optional<RelayRow> row,
    List<RelayRow> rows,
    Optional<Boolean> available,
    Optional<ServerInfo> server) {

  /** What {@code server/info} tells about the Mac. */
  record ServerInfo(boolean privateApi, boolean helperConnected, int osMajor) {}

  boolean isValidationError() {
    return errorType.equals(Optional.of("Validation Error"));
  }

  boolean says(String text) {
    return errorText.contains(text);
  }
}
