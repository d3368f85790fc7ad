package io.tuco.core.crm;

import io.tuco.core.message.MessageStatus;
import java.util.Optional;

/**
 * What a send that a CRM asked for came to, so far.
 *
 * @param messageId empty when nothing was stored
 * @param status empty when nothing was stored
 * @param skipped the double-send guard barred it
 * @param duplicateLead the recipient was known already
 * @param error why it was refused, failed, or went another way
 */
public record SendOutcome(
    Optional<String> messageId,
    Optional<MessageStatus> status,
    boolean skipped,
    boolean duplicateLead,
    Optional<String> leadId,
    Optional<String> error) {}
