package io.tuco.core.message;

import io.tuco.core.address.EmailAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * What the unsubscribe link of an e-mail says: who wants no more, and by which message they were
 * reached. {@link UnsubscribeTokens} writes and reads it.
 */
public record UnsubscribeToken(
    String workspaceId, Optional<String> leadId, EmailAddress address, String messageId) {

  public UnsubscribeToken {
    Objects.requireNonNull(workspaceId, "workspaceId");
    Objects.requireNonNull(messageId, "messageId");
  }

  public static UnsubscribeToken of(Message message, EmailAddress address) {
    return new UnsubscribeToken(
        message.workspaceId(), message.origin().leadId(), address, message.id());
  }
}
