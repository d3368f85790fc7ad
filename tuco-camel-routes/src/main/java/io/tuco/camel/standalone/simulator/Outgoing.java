package io.tuco.camel.standalone.simulator;

import java.util.Optional;

/** A message somebody asks a device to send. The file is the attachment's, if it has one. */
record Outgoing(
    SendKind kind,
    ChatGuid chat,
    MessageBody body,
    Optional<String> tempGuid,
    Optional<Upload> file) {

  static Outgoing of(SendKind kind, ChatGuid chat, MessageBody body, Optional<String> tempGuid) {
    return new Outgoing(kind, chat, body, tempGuid, Optional.empty());
  }

  Outgoing withFile(Optional<Upload> newFile) {
    return new Outgoing(kind, chat, body, tempGuid, newFile);
  }
}
