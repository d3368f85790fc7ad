package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.LeadJson;
import io.tuco.core.engine.ContactOwners;
import io.tuco.core.engine.LeadEdits;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadStore;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of one lead (API contract, section 8). */
final class LeadEditApi {

  /** What is asked for. */
  private record Edit(Lead lead, LeadChange change, String listId) {}

  private static final int ID = 2;
  private static final HttpAnswer COLLISION =
      HttpAnswer.error(409, "Another lead already uses this phone or email", "DUPLICATE_LEADS");

  private final LeadStore leads;
  private final ListChoice lists;
  private final LeadEdits edits;
  private final ContactOwners owners;
  private final Clock clock;

  LeadEditApi(ApiParts parts) {
    this.leads = parts.stores().leads();
    this.lists = new ListChoice(parts.stores().leadLists());
    this.edits = new LeadEdits(parts.stores());
    this.owners = new ContactOwners(parts.stores());
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(
            ApiOperations.CHANGE_LEAD,
            gate.writingJson(
                Scope.LEADS_WRITE,
                (call, body) -> change(call, Optional.of(call.request().segment(ID)), body))),
        new Served(
            ApiOperations.CHANGE_LEAD_IN_BODY,
            gate.writingJson(
                Scope.LEADS_WRITE, (call, body) -> change(call, body.text("id"), body))));
  }

  private HttpAnswer change(ApiCall call, Optional<String> leadId, JsonReader body) {
    var words = LeadWords.read(body, call.access().workspace().defaultRegion());
    var listId = body.text("listId").filter(text -> !text.isBlank());
    return OrAnswer.of(leadId.filter(ObjectIds::isOne), LeadReads.INVALID)
        .unless(id -> body.refusal().map(RejectionAnswers::of))
        .then(id -> OrAnswer.of(leads.find(call.workspaceId(), id), LeadReads.NOT_FOUND))
        .then(lead -> list(call, lead, listId).map(list -> new Edit(lead, words, list)))
        .answered(this::changed);
  }

  private OrAnswer<String> list(ApiCall call, Lead lead, Optional<String> listId) {
    return listId
        .map(id -> lists.of(call, id).map(LeadList::id))
        .orElseGet(() -> OrAnswer.of(lead.listId()));
  }

  private HttpAnswer changed(Edit edit) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return edits
        .change(edit.lead(), edit.change(), edit.listId(), now)
        .map(lead -> HttpAnswer.of(200, new JsonFields().put("lead", json(lead))))
        .orElseGet(() -> refused(edit.lead()));
  }

  private Map<String, @Nullable Object> json(Lead lead) {
    return LeadJson.of(lead, owners.idsIn(lead.workspaceId()).apply(lead));
  }

  private HttpAnswer refused(Lead lead) {
    return leads.find(lead.workspaceId(), lead.id()).isPresent() ? COLLISION : LeadReads.NOT_FOUND;
  }
}
