package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.DoNotContactJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.engine.OptOuts;
import io.tuco.core.engine.OptOuts.Entered;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.store.DoNotContactStore;
import io.tuco.core.store.Page;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whom nobody of the workspace may write to (API contract, section 9). */
final class DoNotContactApi {

  private static final HttpAnswer NO_ID = HttpAnswer.error(400, "id is required");
  private static final HttpAnswer NOT_FOUND = HttpAnswer.error(404, "DNC entry not found");

  private final DoNotContactStore entries;
  private final OptOuts optOuts;
  private final Clock clock;

  DoNotContactApi(ApiParts parts) {
    this.entries = parts.stores().doNotContact();
    this.optOuts = parts.engine().optOuts();
    this.clock = parts.clock();
  }

  /** Adding works in a read-only workspace too: stopping must always be possible. */
  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(ApiOperations.LIST_DNC, gate.reading(Scope.DNC_READ, this::list)),
        new Served(ApiOperations.ADD_DNC, gate.stoppingJson(Scope.DNC_WRITE, this::add)),
        new Served(ApiOperations.REMOVE_DNC, gate.writing(Scope.DNC_WRITE, this::remove)));
  }

  private HttpAnswer list(ApiCall call) {
    var search = call.request().queryParameter("search").map(String::strip).orElse("");
    return Paging.of(call.request())
        .map(paging -> entries.page(call.workspaceId(), search, paging))
        .answered(DoNotContactApi::listed);
  }

  private static HttpAnswer listed(Page<DoNotContact> page) {
    var documents = page.items().stream().map(DoNotContactJson::of).toList();
    return HttpAnswer.of(
        200, new JsonFields().put("entries", documents).put("pagination", Paging.json(page)));
  }

  private HttpAnswer add(ApiCall call, JsonReader body) {
    return DoNotContactWords.read(body, call.access().workspace().defaultRegion())
        .map(words -> entered(call, words))
        .answered(DoNotContactApi::added);
  }

  private List<Entered> entered(ApiCall call, DoNotContactWords words) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return words.addresses().stream()
        .map(address -> optOuts.bar(call.workspaceId(), address, words.reason(), now))
        .toList();
  }

  private static HttpAnswer added(List<Entered> entered) {
    return HttpAnswer.of(
        entered.stream().anyMatch(Entered::isNew) ? 201 : 200,
        new JsonFields().put("entry", DoNotContactJson.of(entered.get(0).entry())));
  }

  private HttpAnswer remove(ApiCall call) {
    return OrAnswer.of(call.request().queryParameter("id"), NO_ID)
        .answered(
            id ->
                ObjectIds.isOne(id) && entries.remove(call.workspaceId(), id)
                    ? HttpAnswer.success()
                    : NOT_FOUND);
  }
}
