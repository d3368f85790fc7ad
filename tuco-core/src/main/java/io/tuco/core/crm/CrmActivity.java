package io.tuco.core.crm;

import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something said, or not said, to be seen on a contact's timeline.
 *
 * @param id the same however often it is logged: {@code messageId:kind}
 * @param text what was said; of a failure, what should have been
 * @param reason why it failed or went another way
 * @param attachmentUrls absolute
 */
public record CrmActivity(
    String id,
    Kind kind,
    String messageId,
    String contactId,
    MessageType channel,
    String text,
    Optional<String> reason,
    List<String> attachmentUrls,
    Instant at) {

  /** What happened. */
  public enum Kind {
    SENT,
    FAILED,
    FALLBACK,
    REPLY;

    public boolean isInbound() {
      return this == REPLY;
    }
  }

  public CrmActivity {
    attachmentUrls = List.copyOf(attachmentUrls);
  }
}
