package io.tuco.core.crm;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import java.time.Instant;
import java.util.Optional;

/**
 * The contact of a lead, to be found or made.
 *
 * @param address the one to search by: only this one, and what the contact lacks, is written
 * @param knownId of the contact in this account, where the lead or an earlier dialogue knows it
 * @param ownerId the CRM's id of who the lead belongs to, by the connection's mapping
 * @param triedAt until when somebody may have made it who was not heard of again: it may be there,
 *     and not be found yet
 */
public record ContactWanted(
    Lead lead,
    Address address,
    Optional<String> knownId,
    Optional<String> ownerId,
    Optional<Instant> triedAt) {}
