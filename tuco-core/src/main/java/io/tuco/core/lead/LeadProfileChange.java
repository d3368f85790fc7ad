package io.tuco.core.lead;

import io.tuco.core.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a lead's profile; custom fields and tags are set as a whole. */
public record LeadProfileChange(
    Change<String> companyName,
    Change<String> jobTitle,
    Change<String> linkedinUrl,
    Change<String> notes,
    Change<String> externalId,
    Change<Map<String, String>> customFields,
    Change<List<String>> tags) {

  LeadProfile after(LeadProfile current) {
    return new LeadProfile(
        companyName.after(current.companyName()),
        jobTitle.after(current.jobTitle()),
        linkedinUrl.after(current.linkedinUrl()),
        notes.after(current.notes()),
        externalId.after(current.externalId()),
        customFields.after(Optional.of(current.customFields())).orElseGet(Map::of),
        tags.after(Optional.of(current.tags())).orElseGet(List::of));
  }
}
