package io.tuco.camel.json;

import io.tuco.core.address.Address;
import io.tuco.core.lead.Alternates;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAlias;
import io.tuco.core.lead.LeadAvailability;
import io.tuco.core.lead.LeadProfile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lead document (API contract, section 8). */
public final class LeadJson {

  private LeadJson() {}

  /**
   * @param ownerId of the user who owns the contact; empty when the workspace has no users
   */
  public static Map<String, @Nullable Object> of(Lead lead, Optional<String> ownerId) {
    var fields = new JsonFields();
    putPerson(fields, lead);
    putProfile(fields, lead.profile());
    return fields
        .put("listId", lead.listId())
        .put("source", lead.source().wire())
        .putOrNull("contactOwnerEmail", lead.contactOwnerEmail())
        .putIf("contactOwnerId", ownerId)
        .putIf("availabilityStatus", lead.availability().map(LeadAvailability::wire))
        .putIf("integrationIds", integrationIds(lead))
        .put("aliases", lead.aliases().items().stream().map(LeadJson::alias).toList())
        .put("workspaceId", lead.workspaceId())
        .put("createdAt", lead.createdAt())
        .put("updatedAt", lead.updatedAt())
        .tree();
  }

  private static void putPerson(JsonFields fields, Lead lead) {
    var addresses = lead.addresses();
    fields
        .put("_id", lead.id())
        .putIf("firstName", lead.name().first())
        .putIf("lastName", lead.name().last())
        .putIf("email", addresses.email().map(Address::value))
        .putIf("phone", addresses.phone().map(Address::value));
    putPlaces(fields, "altPhone", addresses.altPhones());
    putPlaces(fields, "altEmail", addresses.altEmails());
  }

  private static void putPlaces(
      JsonFields fields, String name, Alternates<? extends Address> alternates) {
    fields
        .putIf(name + 1, alternates.first().map(Address::value))
        .putIf(name + 2, alternates.second().map(Address::value))
        .putIf(name + 3, alternates.third().map(Address::value));
  }

  private static void putProfile(JsonFields fields, LeadProfile profile) {
    fields
        .putIf("companyName", profile.companyName())
        .putIf("jobTitle", profile.jobTitle())
        .putIf("linkedinUrl", profile.linkedinUrl())
        .putIf("notes", profile.notes())
        .putIf("customFields", customFields(profile))
        .putIf("tags", profile.tags())
        .putIf("externalId", profile.externalId());
  }

  /** Sorted: a copied map has no order of its own, and the same lead must give the same bytes. */
  private static Optional<Map<String, String>> customFields(LeadProfile profile) {
    return Optional.<Map<String, String>>of(new TreeMap<>(profile.customFields()))
        .filter(fields -> !fields.isEmpty());
  }

  private static Map<String, @Nullable Object> alias(LeadAlias alias) {
    return new JsonFields()
        .putIf("name", alias.name().full())
        .putIf("firstName", alias.name().first())
        .putIf("lastName", alias.name().last())
        .putIf("ghlRecordId", alias.ghlRecordId())
        .putIf("ghlLocationId", alias.ghlLocationId())
        .put("firstSeenAt", alias.firstSeenAt())
        .tree();
  }

  private static Optional<Map<String, @Nullable Object>> integrationIds(Lead lead) {
    var ids = lead.integrationIds();
    return Optional.of(
            new JsonFields()
                .putIf("ghlRecordId", ids.ghlRecordId())
                .putIf("ghlLocationId", ids.ghlLocationId())
                .putIf("hubspotRecordId", ids.hubspotRecordId())
                .putIf("ghlRecordIds", lead.ghlRecordIds())
                .tree())
        .filter(fields -> !fields.isEmpty());
  }
}
