package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.LeadJson;
import io.tuco.core.engine.LeadImports.Imported;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is answered to many leads: which are new, and who was there already. */
record LeadImportAnswer(
    LeadList list,
    List<Map<String, @Nullable Object>> inputs,
    List<Imported> rows,
    Function<Lead, Optional<String>> ownerOf) {

  HttpAnswer answer() {
    var made = leads(true);
    var there = leads(false);
    return made.isEmpty() ? onlyDuplicates(there) : saved(made, there.size());
  }

  static HttpAnswer of(LeadImportAnswer imported) {
    return imported.answer();
  }

  private HttpAnswer saved(List<Lead> made, int duplicates) {
    var fields =
        new JsonFields()
            .put("message", "Leads saved successfully")
            .put("savedCount", made.size())
            .put("duplicateCount", duplicates)
            .put("totalProcessed", rows.size())
            .put("listId", list.id())
            .put("leadId", made.get(0).id())
            .put("leadIds", made.stream().map(Lead::id).toList())
            .put("leadListIds", List.of(list.id()))
            .putIf("duplicates", duplicates());
    return HttpAnswer.of(201, withCrmIds(fields, made.get(0)));
  }

  private HttpAnswer onlyDuplicates(List<Lead> there) {
    var ids = there.stream().map(Lead::id).distinct().toList();
    var fields =
        new JsonFields()
            .put("message", "Lead was a duplicate; existing lead ID returned.")
            .put("duplicateOnly", true)
            .put("duplicateCount", there.size())
            .put("totalProcessed", rows.size())
            .put("leadId", ids.get(0))
            .put("existingLeadIds", ids)
            .put("leadIds", ids)
            .put("duplicates", duplicates());
    return HttpAnswer.of(200, withCrmIds(fields, there.get(0)));
  }

  private List<Lead> leads(boolean areNew) {
    return rows.stream().filter(row -> row.isNew() == areNew).map(Imported::lead).toList();
  }

  private List<Map<String, @Nullable Object>> duplicates() {
    return IntStream.range(0, rows.size())
        .filter(place -> !rows.get(place).isNew())
        .mapToObj(
            place ->
                new JsonFields()
                    .put("input", inputs.get(place))
                    .put("existingLead", existing(rows.get(place).lead()))
                    .tree())
        .toList();
  }

  private Map<String, @Nullable Object> existing(Lead lead) {
    return LeadJson.of(lead, ownerOf.apply(lead));
  }

  private static JsonFields withCrmIds(JsonFields fields, Lead lead) {
    var crm = lead.integrationIds().asCrmIds();
    return fields
        .putOrNull("ghlContactId", crm.ghlContactId())
        .putOrNull("ghlLocationId", crm.ghlLocationId())
        .putOrNull("hsPortalId", crm.hsPortalId())
        .putOrNull("hsContactId", crm.hsContactId());
  }
}
