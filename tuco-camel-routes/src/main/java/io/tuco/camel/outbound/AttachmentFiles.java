package io.tuco.camel.outbound;

import io.tuco.core.message.Message;
import java.nio.file.Path;
import java.util.Optional;

/** Where channels find the files that a message brings along. Safe for use by many threads. */
@FunctionalInterface
public interface AttachmentFiles {

  /**
   * The file, which stays until {@link #done}. Nothing when it is not here, as in a new process
   * after a crash, or not the one that the attempt was written ahead with: then nothing may leave.
   *
   * @param place the index among the message's attachments
   */
  Optional<Path> open(Message message, int place);

  /** The file has left, or will not: it need not stay for this message. May be called twice. */
  default void done(Message message, int place) {}

  /** No files at all. */
  static AttachmentFiles none() {
    return (message, place) -> Optional.empty();
  }
}
