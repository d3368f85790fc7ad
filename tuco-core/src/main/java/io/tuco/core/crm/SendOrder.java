package io.tuco.core.crm;

import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A send that a CRM asks for: words as they came, to be judged like those of the send call.
 *
 * @param idempotencyKey the CRM's own name for this order: the same order again is the same message
 * @param reference what {@link CrmActivities#report} needs to answer it later; empty when the CRM
 *     does not wait
 * @param earlier for a CRM that does not name its orders, so that the key is made of what they say
 *     and when: how to know one that came shortly before
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
    Optional<String> reference,
    Optional<Earlier> earlier) {

  /**
   * The same order, if it came since an instant.
   *
   * @param idempotencyKey that it had then
   */
  public record Earlier(String idempotencyKey, Instant since) {}

  public SendOrder {
    attachmentUrls = List.copyOf(attachmentUrls);
  }

  /** An order that its CRM has named. */
  public SendOrder(
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
    this(
        idempotencyKey,
        message,
        subject,
        messageType,
        phone,
        email,
        recipientName,
        fromLineId,
        fallbackSmsOnFailed,
        attachmentUrls,
        crm,
        reference,
        Optional.empty());
  }
}
