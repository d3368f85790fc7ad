package io.tuco.core.lead;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known about a lead besides names and addresses. Custom field values are plain text. */
public record LeadProfile(
    Optional<String> companyName,
    Optional<String> jobTitle,
    Optional<String> linkedinUrl,
    Optional<String> notes,
    Optional<String> externalId,
    Map<String, String> customFields,
    List<String> tags) {

  public LeadProfile {
    customFields = Map.copyOf(customFields);
    tags = List.copyOf(tags);
  }

  public static LeadProfile empty() {
    return new LeadProfile(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }
}
