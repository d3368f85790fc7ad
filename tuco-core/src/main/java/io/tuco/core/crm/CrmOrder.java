package io.tuco.core.crm;

import java.time.Instant;

/**
 * A send that a CRM asked for and waits for, by the message it became or was to become.
 *
 * @param reference what {@link CrmActivities#report} needs to answer it
 */
public record CrmOrder(
    String messageId,
    String workspaceId,
    String connectionId,
    String reference,
    Instant createdAt) {}
