package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.engine.ContactOwners;
import io.tuco.core.engine.LeadImports;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Many leads at once (API contract, section 8). */
final class LeadImportApi {

  private final LeadListStore lists;
  private final ListChoice choice;
  private final LeadImports imports;
  private final ContactOwners owners;
  private final Clock clock;

  LeadImportApi(ApiParts parts) {
    this.lists = parts.stores().leadLists();
    this.choice = new ListChoice(lists);
    this.imports = new LeadImports(parts.stores(), parts.ids());
    this.owners = new ContactOwners(parts.stores());
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.CREATE_LEADS, gate.writingJson(Scope.LEADS_WRITE, this::create)));
  }

  private HttpAnswer create(ApiCall call, JsonReader body) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return LeadRows.read(body, call.access().workspace().defaultRegion())
        .then(rows -> list(call, rows, now).map(list -> store(rows, list, now)))
        .answered(LeadImportAnswer::of);
  }

  private OrAnswer<LeadList> list(ApiCall call, LeadRows rows, Instant now) {
    return rows.listId()
        .map(id -> choice.of(call, id))
        .orElseGet(() -> OrAnswer.of(lists.quickSends(call.workspaceId(), now)));
  }

  private LeadImportAnswer store(LeadRows rows, LeadList list, Instant now) {
    var order = new LeadImports.Rows(list, rows.source(), rows.owner(), rows.leads());
    return new LeadImportAnswer(
        list, rows.inputs(), imports.store(order, now), owners.idsIn(list.workspaceId()));
  }
}
