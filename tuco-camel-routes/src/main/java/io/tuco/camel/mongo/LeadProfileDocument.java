package io.tuco.camel.mongo;

import io.tuco.core.lead.LeadProfile;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** What else is known about a lead. */
final class LeadProfileDocument {

  private LeadProfileDocument() {}

  static Document of(LeadProfile profile) {
    return new DocumentWriter()
        .put("companyName", profile.companyName())
        .put("jobTitle", profile.jobTitle())
        .put("linkedinUrl", profile.linkedinUrl())
        .put("notes", profile.notes())
        .put("externalId", profile.externalId())
        // Pairs, because users name these fields: a field name may have no $ and no dot.
        .put(
            "customFields",
            new TreeMap<>(profile.customFields()).entrySet(),
            LeadProfileDocument::pair)
        .put("tags", profile.tags(), Function.<String>identity())
        .document();
  }

  static LeadProfile read(DocumentReader reader) {
    return new LeadProfile(
        reader.optionalText("companyName"),
        reader.optionalText("jobTitle"),
        reader.optionalText("linkedinUrl"),
        reader.optionalText("notes"),
        reader.optionalText("externalId"),
        reader.parts("customFields").stream()
            .collect(Collectors.toMap(pair -> pair.text("name"), pair -> pair.text("value"))),
        reader.texts("tags"));
  }

  private static Document pair(Map.Entry<String, String> field) {
    return new DocumentWriter()
        .put("name", field.getKey())
        .put("value", field.getValue())
        .document();
  }
}
