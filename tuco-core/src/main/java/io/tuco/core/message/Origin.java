package io.tuco.core.message;

import java.util.Optional;

/**
 * Where a message comes from and what it belongs to.
 *
 * @param lineId the line it leaves from; it may change while {@code linePinned} is false
 * @param linePinned whether the client chose the line
 * @param fallbackOf the message that this text follows because it did not reach the person
 */
public record Origin(
    Optional<String> leadId,
    Optional<String> lineId,
    boolean linePinned,
    Optional<String> createdByUserId,
    Optional<String> batchId,
    String correlationId,
    CrmIds crm,
    boolean fallbackSmsOnFailed,
    Optional<String> fallbackOf) {

  public Origin withLine(String id) {
    return new Origin(
        leadId,
        Optional.of(id),
        linePinned,
        createdByUserId,
        batchId,
        correlationId,
        crm,
        fallbackSmsOnFailed,
        fallbackOf);
  }
}
