package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.camel.json.LeadListJson;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Lists of leads (API contract, section 8). */
final class LeadListApi {

  private static final HttpAnswer NAME_TAKEN = HttpAnswer.error(409, "List name already exists");

  private final Stores stores;
  private final CountedLists shown;
  private final Clock clock;

  LeadListApi(ApiParts parts) {
    this.stores = parts.stores();
    this.shown = new CountedLists(parts.stores());
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_LISTS, gate.reading(Scope.LEADS_READ, this::list)),
        new Served(ApiOperations.CREATE_LIST, gate.writingJson(Scope.LEADS_WRITE, this::create)));
  }

  private HttpAnswer list(ApiCall call) {
    return Paging.of(call.request())
        .map(paging -> stores.leadLists().page(call.workspaceId(), paging))
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put("lists", shown.shown(call.workspaceId(), page))
                        .put("pagination", Paging.json(page))));
  }

  private HttpAnswer create(ApiCall call, JsonReader body) {
    return LeadListWords.read(body)
        .map(words -> named(call, words))
        .then(list -> OrAnswer.of(stored(list), NAME_TAKEN))
        .answered(
            list -> HttpAnswer.of(201, new JsonFields().put("list", LeadListJson.of(list, 0))));
  }

  private LeadList named(ApiCall call, LeadListWords words) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return LeadList.named(call.workspaceId(), words.name(), words.description(), now);
  }

  /** The name of Quick Sends is taken, whether or not that list has been needed yet. */
  private Optional<LeadList> stored(LeadList list) {
    return Optional.of(list)
        .filter(each -> !each.isQuickSends() && stores.leadLists().insert(each));
  }
}
