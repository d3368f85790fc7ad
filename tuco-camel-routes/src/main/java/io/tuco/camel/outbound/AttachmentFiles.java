package io.tuco.camel.outbound;

import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of messages lie, once they were fetched. */
@FunctionalInterface
public interface AttachmentFiles {

  /** The complete file; empty when it is not at hand (any more). May look at the disk. */
  Optional<Path> find(Message message, PartFile file);

  /** For messages that have none. */
  static AttachmentFiles none() {
    return (message, file) -> Optional.empty();
  }
}
