package io.tuco.core.dispatch;

import io.tuco.core.message.Message;
import io.tuco.core.message.Part;
import java.util.List;

/** Where a message's files are fetched to before it is sent; never blocks a lane. */
public interface AttachmentShelf {

  /** Whether a message's files are at hand. */
  sealed interface Readiness {

    /** All of them are. */
    record Ready(List<Part.PartFile> files) implements Readiness {

      public Ready {
        files = List.copyOf(files);
      }
    }

    /** Some are on their way. */
    record Fetching() implements Readiness {}

    /** One of them cannot be had, for this reason. */
    record Unfetchable(String cause) implements Readiness {}
  }

  /**
   * Whether the message's files are at hand; starts fetching those that are not.
   *
   * @param ended is run once when the fetching that this call found or started has ended
   */
  Readiness readiness(Message message, Runnable ended);
}
