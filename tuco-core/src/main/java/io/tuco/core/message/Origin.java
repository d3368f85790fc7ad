package io.tuco.core.message;

import java.util.Optional;

/**
 * Where a message comes from and what it belongs to.
 *
 * @param lineId the line it leaves from; it may change while {@code linePinned} is false
 * @param linePinned whether the client chose the line
 * @param fallbackOf the message that this text follows because it did not reach the person
 * @param answer what of our own it answers to a person's text; only of messages the engine made
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
    Optional<String> fallbackOf,
    Optional<AutomaticAnswer> answer) {

  /** Of what somebody wrote, to us or through us. */
  public Origin(
      Optional<String> leadId,
      Optional<String> lineId,
      boolean linePinned,
      Optional<String> createdByUserId,
      Optional<String> batchId,
      String correlationId,
      CrmIds crm,
      boolean fallbackSmsOnFailed,
      Optional<String> fallbackOf) {
    this(
        leadId,
        lineId,
        linePinned,
        createdByUserId,
        batchId,
        correlationId,
        crm,
        fallbackSmsOnFailed,
        fallbackOf,
        Optional.empty());
  }

  /** Of our own answer to what came over this line; it leaves from there or not at all. */
  public static Origin answering(Origin inbound, AutomaticAnswer answer) {
    return new Origin(
        inbound.leadId,
        inbound.lineId,
        true,
        Optional.empty(),
        Optional.empty(),
        inbound.correlationId,
        CrmIds.none(),
        false,
        Optional.empty(),
        Optional.of(answer));
  }

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
        fallbackOf,
        answer);
  }
}
