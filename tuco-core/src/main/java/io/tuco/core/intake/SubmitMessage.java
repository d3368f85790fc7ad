package io.tuco.core.intake;

import io.tuco.core.message.CrmIds;
import java.util.Optional;

/** The send call's body (API contract, section 2.1): typed, but not judged yet. */
public record SubmitMessage(
    Optional<String> message,
    Optional<String> subject,
    Optional<String> messageType,
    RecipientWords recipient,
    AttachmentWords attachments,
    WindowWords window,
    Optional<String> fromLineId,
    Optional<Boolean> fallbackSmsOnFailed,
    Optional<String> batchId,
    Optional<String> contactOwnerEmail,
    CrmIds crm) {

  /** A plain text to a recipient, everything else left to the defaults. */
  public static SubmitMessage text(String message, RecipientWords recipient) {
    return new SubmitMessage(
        Optional.of(message),
        Optional.empty(),
        Optional.empty(),
        recipient,
        AttachmentWords.none(),
        WindowWords.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CrmIds.none());
  }

  public SubmitMessage from(String lineId) {
    return new SubmitMessage(
        message,
        subject,
        messageType,
        recipient,
        attachments,
        window,
        Optional.of(lineId),
        fallbackSmsOnFailed,
        batchId,
        contactOwnerEmail,
        crm);
  }

  public SubmitMessage within(WindowWords hours) {
    return new SubmitMessage(
        message,
        subject,
        messageType,
        recipient,
        attachments,
        hours,
        fromLineId,
        fallbackSmsOnFailed,
        batchId,
        contactOwnerEmail,
        crm);
  }
}
