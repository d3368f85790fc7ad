package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.ObjectIds;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.engine.LeadRemovals;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.workspace.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Forgets leads and lists (API contract, section 8). */
final class LeadRemovalApi {

  private static final HttpAnswer NO_IDS = HttpAnswer.error(400, "No ids provided");
  private static final HttpAnswer INVALID_ID =
      HttpAnswer.error(400, "Invalid lead id in ids array");
  private static final HttpAnswer QUICK_SENDS =
      HttpAnswer.error(400, "Quick Sends list cannot be deleted");
  private static final HttpAnswer LIST_NOT_FOUND = HttpAnswer.error(404, "List not found");

  private final LeadListStore lists;
  private final LeadRemovals removals;
  private final Clock clock;

  LeadRemovalApi(ApiParts parts) {
    this.lists = parts.stores().leadLists();
    this.removals = parts.engine().leadRemovals();
    this.clock = parts.clock();
  }

  List<Served> served(ApiGate gate) {
    return List.of(
        new Served(
            ApiOperations.DELETE_LEADS, gate.writingJson(Scope.LEADS_WRITE, this::deleteLeads)),
        new Served(
            ApiOperations.DELETE_LIST, gate.writingJson(Scope.LEADS_WRITE, this::deleteList)));
  }

  private HttpAnswer deleteLeads(ApiCall call, JsonReader body) {
    var ids = body.array("ids").orElseGet(List::of);
    if (body.refusal().isPresent()) {
      return RejectionAnswers.of(body.refusal().get());
    }
    return OrAnswer.of(Optional.of(ids).filter(given -> !given.isEmpty()), NO_IDS)
        .unless(
            given ->
                given.stream().allMatch(LeadRemovalApi::isId)
                    ? Optional.empty()
                    : Optional.of(INVALID_ID))
        .map(given -> given.stream().map(String.class::cast).toList())
        .map(given -> removals.delete(call.workspaceId(), given, now()))
        .answered(deleted -> HttpAnswer.of(200, new JsonFields().put("deletedCount", deleted)));
  }

  private HttpAnswer deleteList(ApiCall call, JsonReader body) {
    var listId = body.text("listId").filter(text -> !text.isBlank());
    var withLeads = body.flag("deleteLeads").orElse(false);
    if (listId.isEmpty()) {
      body.refuse(RejectionCode.FIELD_REQUIRED.rejection("listId"));
    }
    return body.refusal()
        .map(RejectionAnswers::of)
        .orElseGet(() -> deleteList(call, listId.orElseThrow(), withLeads));
  }

  private HttpAnswer deleteList(ApiCall call, String listId, boolean withLeads) {
    if (LeadList.quickSends(call.workspaceId(), now()).id().equals(listId)) {
      return QUICK_SENDS;
    }
    return OrAnswer.of(
            Optional.of(listId)
                .filter(ObjectIds::isOne)
                .flatMap(id -> lists.find(call.workspaceId(), id)),
            LIST_NOT_FOUND)
        .map(list -> deleted(list, withLeads))
        .answered(
            count ->
                HttpAnswer.of(
                    200, new JsonFields().put("success", true).put("deletedLeads", count)));
  }

  private int deleted(LeadList list, boolean withLeads) {
    if (withLeads) {
      return removals.deleteWithLeads(list, now());
    }
    removals.deleteList(list, now());
    return 0;
  }

  private static boolean isId(Object item) {
    return item instanceof String text && ObjectIds.isOne(text);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
