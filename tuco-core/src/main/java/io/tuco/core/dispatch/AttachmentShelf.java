package io.tuco.core.dispatch;

import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import java.util.List;

/**
 * Where a message's files wait to be sent. Asked again before every attempt: what was ready may be
 * gone, or another file by then. Safe for use by many threads.
 */
public interface AttachmentShelf {

  /** How far a message's files are. */
  sealed interface Readiness {

    /**
     * All are here, in the order of the attachments, and stay for this message until it has sent
     * them.
     */
    record Ready(List<PartFile> files) implements Readiness {

      public Ready {
        files = List.copyOf(files);
      }
    }

    /** They are on their way; the wake follows. */
    record Fetching() implements Readiness {}

    /**
     * One of them cannot be had, for good.
     *
     * @param cause a short phrase that names neither URL nor address, such as {@code HTTP 404}
     */
    record Unfetchable(String cause) implements Readiness {}
  }

  /**
   * Answers at once, and begins to fetch what is missing.
   *
   * @param wake after an answer of {@code Fetching}, called once when the fetching has ended, on
   *     another thread; otherwise never
   */
  Readiness readiness(Message message, Runnable wake);
}
