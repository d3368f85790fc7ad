package io.tuco.core.crm;

import java.util.Optional;

/**
 * The customer's account at the CRM: a GHL location, a HubSpot portal.
 *
 * @param zone IANA zone of its days, where the CRM told it
 */
public record CrmAccount(String id, Optional<String> zone) {}
