package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.LeadJson;
import io.tuco.core.engine.ContactOwners;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.Page;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads to look at: one by its id, else a page of them (API contract, section 8). */
final class LeadReads {

  static final HttpAnswer INVALID = HttpAnswer.error(400, "Invalid lead id");
  static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "Lead not found");
  private static final HttpAnswer TOO_SLOW =
      HttpAnswer.error(503, "Search timed out. Try a more specific search or fewer results.");

  private final Stores stores;
  private final CountedLists lists;
  private final ContactOwners owners;

  LeadReads(Stores stores) {
    this.stores = stores;
    this.lists = new CountedLists(stores);
    this.owners = new ContactOwners(stores);
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.READ_LEADS, gate.reading(Scope.LEADS_READ, this::read)));
  }

  private HttpAnswer read(ApiCall call) {
    return call.request().queryParameter("id").map(id -> one(call, id)).orElseGet(() -> some(call));
  }

  private HttpAnswer one(ApiCall call, String leadId) {
    return OrAnswer.of(Optional.of(leadId).filter(ObjectIds::isOne), INVALID)
        .then(id -> OrAnswer.of(stores.leads().find(call.workspaceId(), id), NOT_FOUND))
        .answered(lead -> HttpAnswer.of(200, new JsonFields().put("lead", json(lead))));
  }

  private Map<String, @Nullable Object> json(Lead lead) {
    return LeadJson.of(lead, owners.idsIn(lead.workspaceId()).apply(lead));
  }

  private HttpAnswer some(ApiCall call) {
    var request = call.request();
    var filter =
        new LeadFilter(
            request.queryParameter("search").map(String::strip).orElse(""),
            request.queryParameter("listId"));
    return Paging.of(request)
        .then(
            paging ->
                OrAnswer.of(stores.leads().search(call.workspaceId(), filter, paging), TOO_SLOW))
        .answered(page -> listed(call, page));
  }

  private HttpAnswer listed(ApiCall call, Page<Lead> page) {
    var ownerOf = owners.idsIn(call.workspaceId());
    return HttpAnswer.of(
        200,
        new JsonFields()
            .put(
                "leads",
                page.items().stream().map(lead -> LeadJson.of(lead, ownerOf.apply(lead))).toList())
            .put("lists", lists.ofWorkspace(call.workspaceId()))
            .put("pagination", Paging.json(page)));
  }
}
