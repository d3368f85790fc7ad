package io.tuco.core.crm;

import java.time.Instant;
import java.util.Optional;

/**
 * A send that a CRM asked for and waits for, by the message it became or was to become.
 *
 * @param reference what {@link CrmActivities#report} needs to answer it
 * @param refusal why there is no message
 */
public record CrmOrder(
    String messageId,
    String workspaceId,
    String connectionId,
    String reference,
    Optional<String> refusal,
    Instant createdAt) {

  public CrmOrder refused(String why) {
    return new CrmOrder(
        messageId, workspaceId, connectionId, reference, Optional.of(why), createdAt);
  }
}
