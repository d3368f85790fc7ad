package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.ContactPage;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmImport;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All contacts, the longest unchanged first: who is changed meanwhile comes once more at the end
 * (settled questions, 25).
 */
final class GhlImport implements CrmImport {

  static final int PAGE = 100;

  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private final GhlCalls calls;

  GhlImport(GhlCalls calls) {
    this.calls = calls;
  }

  @Override
  public Dialogue<ContactPage> page(
      CrmContext context, Optional<Instant> since, Optional<String> cursor) {
    var body = GhlJson.object().put("locationId", context.accountId()).put("pageLimit", PAGE);
    body.putArray("sort").addObject().put("field", "dateUpdated").put("direction", "asc");
    since.ifPresent(
        known ->
            body.putArray("filters")
                .addObject()
                .put("field", "dateUpdated")
                .put("operator", "range")
                .putObject("value")
                .put("gte", known.minus(OVERLAP).toString()));
    if (cursor.isPresent()) {
      var mark = cursor.flatMap(GhlJson::parse).filter(JsonNode::isArray);
      if (mark.isEmpty()) {
        return Dialogue.broken(CrmFailure.refused("The mark of the next page is not GHL's."));
      }
      body.set("searchAfter", mark.get());
    }
    return Asking.of(
        calls.repeatable("POST", "/contacts/search", body),
        json -> page(context, json, cursor.isEmpty()));
  }

  private static Dialogue<ContactPage> page(CrmContext context, JsonNode json, boolean first) {
    var contacts = json.path("contacts");
    var last = contacts.path(contacts.size() - 1).path("searchAfter");
    // Taken for the end, it would lose everybody who follows.
    return contacts.size() >= PAGE && !last.isArray()
        ? Dialogue.broken(
            CrmFailure.refused("GHL did not say where the next page of contacts begins."))
        : Dialogue.ended(read(context, json, last, first));
  }

  private static ContactPage read(CrmContext context, JsonNode json, JsonNode last, boolean first) {
    var contacts = json.path("contacts");
    return new ContactPage(
        GhlJson.elements(contacts)
            .flatMap(each -> ContactJson.read(each, context.mapping()).stream())
            .toList(),
        Optional.of(last).filter(mark -> contacts.size() >= PAGE).map(JsonNode::toString),
        Optional.of(json.path("total"))
            .filter(total -> first && total.isIntegralNumber())
            .map(JsonNode::longValue));
  }
}
