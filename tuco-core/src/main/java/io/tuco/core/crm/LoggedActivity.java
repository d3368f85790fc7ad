package io.tuco.core.crm;

import java.util.Optional;

/**
 * An activity in the CRM.
 *
 * @param conversationId the thread it belongs to, where the CRM has threads
 */
public record LoggedActivity(String recordId, Optional<String> conversationId) {}
