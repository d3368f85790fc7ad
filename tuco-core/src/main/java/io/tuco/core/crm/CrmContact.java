package io.tuco.core.crm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact as the CRM has it; addresses as written there, not judged yet.
 *
 * @param phones first the one the CRM calls its phone
 * @param emails first the primary one
 * @param customFields by the names that the connection's mapping gave them
 * @param ownerId the CRM's own id of the user it is assigned to
 * @param optedOut why nobody may write to them, where the CRM says so; empty takes nothing back,
 *     for a notice may leave it out
 * @param updatedAt of the last change, where known
 */
public record CrmContact(
    String id,
    Optional<String> firstName,
    Optional<String> lastName,
    List<String> phones,
    List<String> emails,
    Optional<String> companyName,
    Optional<String> jobTitle,
    List<String> tags,
    Map<String, String> customFields,
    Optional<String> ownerId,
    Optional<String> optedOut,
    Optional<Instant> updatedAt) {

  public CrmContact {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
    tags = List.copyOf(tags);
    customFields = Map.copyOf(customFields);
  }
}
