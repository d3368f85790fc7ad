package io.tuco.core.crm;

import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Optional;

/**
 * A send that a CRM asks for: words as they came, to be judged like those of the send call.
 *
 * @param idempotencyKey the CRM's own name for this order: the same order again is the same message
 * @param reference what {@link CrmActivities#report} needs to answer it later; empty when the CRM
 *     does not wait
 */
public record SendOrder(
    String idempotencyKey,
    Optional<String> message,
    Optional<String> subject,
    Optional<String> messageType,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> recipientName,
    Optional<String> fromLineId,
    Optional<Boolean> fallbackSmsOnFailed,
    List<String> attachmentUrls,
    CrmIds crm,
    Optional<String> reference) {

  public SendOrder {
    attachmentUrls = List.copyOf(attachmentUrls);
  }
}
